import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { cellPupil, clockTime, id, isoDate, line, nothing, slot } from './parts.ts';

const providerSession = z.object({
  weekday: z.number().int().min(1).max(5),
  slot,
  capacity: z.number().int().min(0, 'Use 0 or more.').max(200, 'At most 200 places.'),
  starts: clockTime,
  ends: clockTime,
});

const providerClosure = z.object({
  id,
  from: isoDate,
  to: isoDate,
  slot: z.enum(['am', 'pm', 'all']),
  reason: z.string(),
});

const optionalText = z.string().trim().max(200).optional();

const providerForm = z.object({
  id: id.optional(),
  version: z.number().int().optional(),
  kind: z.enum(PROVIDER_KINDS),
  name: line('the provider’s name'),
  address: optionalText,
  contactName: optionalText,
  contactPhone: optionalText,
  active: z.boolean().default(true),
  sessions: z.array(providerSession).max(10),
});

export const providersContract = {
  'providers.list': query({
    summary: 'Providers with their week.',
    permission: 'places.view',
    input: nothing,
    output: z.object({
      providers: z.array(
        providerForm.extend({ id, version: z.number().int(), closures: z.array(providerClosure) }),
      ),
    }),
  }),
  'providers.get': query({
    summary: 'One provider with its week, closures and coming places.',
    permission: 'places.view',
    input: z.object({ providerId: id }),
    output: z.object({
      provider: providerForm.extend({ id, version: z.number().int() }),
      closures: z.array(providerClosure),
      coming: z.array(cellPupil.extend({ date: isoDate, slot })),
    }),
  }),
  'providers.save': command({
    summary: 'Add or change a provider; refused where it would put out a pupil who has a place.',
    permission: 'providers.edit',
    input: providerForm,
    output: z.object({ id, version: z.number().int() }),
  }),
  'providers.close': command({
    summary: 'Close a provider for some days; refused while pupils have places then.',
    permission: 'providers.edit',
    input: z.object({
      providerId: id,
      from: isoDate,
      to: isoDate,
      slot: z.enum(['am', 'pm', 'all']),
      reason: line('why it is closed'),
    }),
    output: z.object({ closureId: id }),
  }),
  'providers.reopen': command({
    summary: 'Remove a closure.',
    permission: 'providers.edit',
    input: z.object({ closureId: id }),
    output: nothing,
  }),
};
