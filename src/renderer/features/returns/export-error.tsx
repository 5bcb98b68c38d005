import type { OperationError } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';

/** Why the return was not made, with every value that does not fit the layout. */
export function ExportError({ error }: { readonly error: OperationError['error'] }) {
  const problems = (error.problems ?? []).map((problem, at) => ({ ...problem, key: `problem ${at}` }));
  return (
    <>
      <ErrorCallout title="The return was not made" error={error} />
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ key, element, value, message, remedy }) => (
            <li key={key}>
              {element ? `${element}: ` : null}
              {value ? `“${value}”: ` : null}
              {message} {remedy}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
