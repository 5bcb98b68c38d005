import type { OperationName } from './contract.ts';

/** What main tells the window: facts after a command, and the course of long work. */
export type AppEvent =
  | { readonly type: 'done'; readonly operation: OperationName }
  | {
      readonly type: 'progress';
      readonly jobId: string;
      readonly operation: OperationName;
      /** 0 to 1, or undefined while it cannot be known. */
      readonly fraction?: number;
      readonly text: string;
    }
  /** Others may have done things that nobody told us of: what is shown is asked for anew. */
  | { readonly type: 'missed' }
  /** A screen was added: whoever sees it may see names. */
  | { readonly type: 'curtain' }
  | { readonly type: 'job-ended'; readonly jobId: string }
  /** Somebody signed in or out, or the window was locked or unlocked: ask who works here. */
  | { readonly type: 'session' }
  /** A choice in the application menu: a route, or `help` and `about` for the panels of those names. */
  | { readonly type: 'go'; readonly to: string };
