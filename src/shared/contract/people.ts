import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../permissions/roles.ts';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';

const personName = line('the person’s name', 80);

/** A password as it was typed: long ones are let in for as long as there is a limit to what is worked on. */
const typedPassword = z
  .string()
  .min(1, 'Enter the password.')
  .max(256, 'Use at most 256 characters.')
  .normalize('NFC');

/** A new password; whether it meets the rule is looked at where the names are known that it must not be. */
const newPassword = z
  .string()
  .min(1, 'Choose a password.')
  .max(256, 'Use at most 256 characters.')
  .normalize('NFC');

/** The first person of a database, who lets the others in. */
export const administrator = z.object({ name: personName, password: newPassword });

const roleTerm = z.object({
  role: z.enum(ROLES),
  /** For provider staff: which provider. */
  providerId: id.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

const person = z.object({
  id,
  name: z.string(),
  active: z.boolean(),
  roles: z.array(roleTerm.extend({ providerName: z.string().optional() })),
  mustChange: z.boolean(),
  createdAt: z.string(),
  lastSignInAt: z.string().optional(),
  /** Until then no password is looked at, after too many wrong ones. */
  waitUntil: z.string().optional(),
  version: z.number().int(),
});

/** `no-sign-in`: a demonstration or an empty database; `no-people`: nobody can sign in before the first administrator. */
const SESSION_STATES = ['no-sign-in', 'no-people', 'signed-out', 'signed-in', 'locked'] as const;

export const peopleContract = {
  'session.get': query({
    summary: 'Who is working, as what, with which permissions; whether somebody has to sign in.',
    permission: 'anyone',
    beforeSignIn: true,
    input: nothing,
    output: z.object({
      state: z.enum(SESSION_STATES),
      /** While it is locked: who locked it. */
      userName: z.string(),
      userId: id.optional(),
      role: z.enum([...ROLES, 'none']),
      roles: z.array(z.enum(ROLES)),
      permissions: z.array(z.enum(PERMISSIONS)),
      /** The password is a temporary one: nothing else can be done before it is changed. */
      mustChange: z.boolean(),
      /** Who signed in on this PC last. */
      lastName: z.string().optional(),
    }),
  }),
  'session.sign-in': command({
    summary: 'Sign in with name and password.',
    permission: 'anyone',
    beforeSignIn: true,
    input: z.object({ name: line('your name', 80), password: typedPassword }),
    output: z.object({ mustChange: z.boolean() }),
  }),
  'session.sign-out': command({
    summary: 'Sign out; what was not saved is gone.',
    permission: 'anyone',
    beforeSignIn: true,
    input: nothing,
    output: nothing,
  }),
  'session.lock': command({
    summary: 'Lock the window: what is on it stays, and is shown to nobody before the password.',
    permission: 'anyone',
    beforeSignIn: true,
    input: z.object({ why: z.enum(['asked', 'idle', 'system']).default('asked') }),
    output: nothing,
  }),
  'session.unlock': command({
    summary: 'Unlock with the password of the person who works here.',
    permission: 'anyone',
    beforeSignIn: true,
    input: z.object({ password: typedPassword }),
    output: nothing,
  }),
  'session.work-as': command({
    summary: 'Work in another of one’s own roles; in a demonstration in any.',
    permission: 'anyone',
    input: z.object({ role: z.enum(ROLES), userName: line('your name', 80).optional() }),
    output: nothing,
  }),
  'session.change-password': command({
    summary: 'Change one’s own password.',
    permission: 'anyone',
    input: z.object({ password: typedPassword, newPassword }),
    output: nothing,
  }),
  'people.list': query({
    summary: 'Everybody who can sign in, with their roles, and when the window locks.',
    permission: 'people.manage',
    input: nothing,
    output: z.object({
      people: z.array(person),
      /** Roles that have something to do in this database. */
      roles: z.array(z.enum(ROLES)),
      providers: z.array(z.object({ id, name: z.string() })),
      lockAfterMinutes: z.number().int(),
    }),
  }),
  'people.save': command({
    summary: 'Add or change a person: name, roles with their days, whether they may still sign in.',
    permission: 'people.manage',
    secretAnswer: true,
    input: z.object({
      id: id.optional(),
      version: z.number().int().optional(),
      name: personName,
      active: z.boolean().default(true),
      roles: z.array(roleTerm).max(40),
    }),
    output: z.object({
      id,
      version: z.number().int(),
      /** A new person’s: shown once, to be changed at the first sign-in. */
      temporaryPassword: z.string().optional(),
    }),
  }),
  'people.reset-password': command({
    summary: 'Give a person a temporary password, and end their waiting after wrong ones.',
    permission: 'people.manage',
    secretAnswer: true,
    input: z.object({ id }),
    output: z.object({ temporaryPassword: z.string() }),
  }),
  'people.save-lock-rule': command({
    summary: 'Set after how many minutes without a key or click the window locks.',
    permission: 'people.manage',
    input: z.object({
      minutes: z.number().int().min(1, 'Enter 1 to 60 minutes.').max(60, 'Enter 1 to 60 minutes.'),
    }),
    output: nothing,
  }),
  'people.add-first': command({
    summary: 'Make the first administrator of a database that has no people yet.',
    permission: 'anyone',
    input: administrator,
    output: z.object({ id }),
  }),
  'people.recover-administrator': command({
    summary: 'With the recovery key: make somebody an administrator with a new password.',
    permission: 'anyone',
    input: administrator.extend({ recoveryKey: z.string().min(1, 'Enter the recovery key.').max(200) }),
    output: z.object({ id }),
  }),
};
