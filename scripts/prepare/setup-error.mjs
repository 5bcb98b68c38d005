/**
 * Something that the person at the keyboard can put right. The message is a whole sentence that says
 * what is missing and what to do, and is shown without a stack.
 */
export class SetupError extends Error {}
