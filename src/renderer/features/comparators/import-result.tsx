import { FileProblems } from '../../ui/data/file-problems.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { plural } from '../../ui/words/format.ts';
import type { ListDone } from './use-list-import.ts';
import styles from './comparators.module.css';

/** What became of an import, in words. */
export function ImportResult({ result }: { readonly result: ListDone }) {
  switch (result.kind) {
    case 'published': {
      const { files } = result.done;
      const taken = files.filter(({ outcome }) => outcome === 'imported').length;
      return (
        <Callout
          tone={files.some(({ outcome }) => outcome === 'refused') ? 'due' : 'done'}
          title={`${taken} of ${plural(files.length, 'file')} imported`}
          live="status"
        >
          <ul className={styles.notes}>
            {files.map((file, at) => (
              <li key={`${String(at)} ${file.fileName}`}>
                <strong className={styles.file}>{file.fileName}</strong>
                {file.layout ? `: ${file.layout}, ${plural(file.lines ?? 0, 'line')}` : ''}. {file.message}
                <FileProblems problems={file.problems} of={file.fileName} />
              </li>
            ))}
          </ul>
        </Callout>
      );
    }
    case 'register': {
      const { schools, own, profiles, authorities, leftOut, fileName, problems } = result.done;
      return (
        <Callout tone="done" title={`${plural(schools, 'school')} of the register imported`} live="status">
          {`${own.toLocaleString('en-GB')} are our own; ${plural(authorities, 'authority', 'authorities')}; the pupils of ${profiles.toLocaleString('en-GB')} are known.`}
          {leftOut.length === 0 ? null : (
            <ul className={styles.notes}>
              {leftOut.map(({ why, schools: count }) => (
                <li key={why}>
                  {why}: {count.toLocaleString('en-GB')}
                </li>
              ))}
            </ul>
          )}
          <FileProblems problems={problems} of={fileName} />
        </Callout>
      );
    }
    case 'profiles':
      return (
        <Callout
          tone="done"
          title={`${plural(result.done.profiles, 'school profile')} imported`}
          live="status"
        >
          What the file left empty stays as it was.
        </Callout>
      );
    case 'clusters':
      return (
        <Callout
          tone="done"
          title={`${plural(result.done.schools, 'school')} put into clusters`}
          live="status"
        >
          {`${plural(result.done.clusters, 'cluster')} in the file.`}
          <FileProblems problems={result.done.problems} of={result.done.fileName} />
        </Callout>
      );
  }
}
