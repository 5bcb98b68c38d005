import { passwordProblem, SHORTEST_PASSWORD } from '../domain/people/check-password.ts';

/** What a password needs, before one is typed. */
export const PASSWORD_RULE = `At least ${SHORTEST_PASSWORD} characters of any kind, spaces too. Not your name or the school’s, and nothing that everybody uses. Three or four words that have nothing to do with each other are easy to remember and hard to guess.`;

/** What is wrong with a password, in a sentence for its field; undefined when it meets the rule. */
export function passwordSentence(password: string, names: readonly string[]): string | undefined {
  const problem = passwordProblem(password, names);
  if (problem === undefined) return undefined;
  if (problem.kind === 'short') {
    const characters = problem.missing === 1 ? 'One more character' : `${problem.missing} more characters`;
    return `${characters}, please: ${SHORTEST_PASSWORD} is the least.`;
  }
  return 'This would be among the first that somebody tries: a name, a much used word, a year or a row of keys, with little else. Choose words of your own.';
}
