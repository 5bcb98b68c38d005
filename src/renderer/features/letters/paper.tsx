import { LockIcon } from '../../ui/icons.ts';
import { fieldId } from '../../ui/form/field-id.ts';
import { classes } from '../../ui/theme/classes.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './letters.module.css';
import type { Block, Run } from './types.ts';

interface PaperProps {
  readonly blocks: readonly Block[];
  readonly title: string;
  /** What each gap is called; a letter that was sent has none left to name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Gaps with a field beside the letter: pressing one goes there. */
  readonly editable: ReadonlySet<string>;
}

/** The letter as it will print. What the rules ask for is grey behind a lock; every gap is marked, a missing one in words. */
export function Paper({ blocks, title, labels, editable }: PaperProps) {
  return (
    <article className={styles.paper} aria-label={`The letter: ${title}`}>
      {blocks.map((block, place) => (
        <BlockOf
          key={block.id}
          block={block}
          firstLocked={block.locked && blocks[place - 1]?.locked !== true}
          labels={labels}
          editable={editable}
        />
      ))}
    </article>
  );
}

interface BlockProps extends Pick<PaperProps, 'labels' | 'editable'> {
  readonly block: Block;
  /** The lock is shown once for a stretch of locked blocks. */
  readonly firstLocked: boolean;
}

function BlockOf({ block: { kind, locked, lines }, firstLocked, labels, editable }: BlockProps) {
  const line = (runs: readonly Run[]) =>
    // oxlint-disable-next-line react/no-array-index-key -- runs have no names, and never change their order
    runs.map((run, place) => <RunOf key={place} run={run} labels={labels} editable={editable} />);
  return (
    <div className={classes(styles.block, styles[kind], locked && styles.locked)}>
      {firstLocked ? (
        <span className={styles.lock} title="What the rules ask for: it cannot be changed">
          <LockIcon size={14} aria-hidden="true" />
          <VisuallyHidden>What the rules ask for, not to be changed: </VisuallyHidden>
        </span>
      ) : null}
      {kind === 'bullets' ? (
        <ul>
          {lines.map((runs, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- points have no names, and never change their order
            <li key={place}>{line(runs)}</li>
          ))}
        </ul>
      ) : kind === 'heading' ? (
        <h2>{line(lines[0] ?? [])}</h2>
      ) : (
        lines.map((runs, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no names, and never change their order
          <p key={place}>{line(runs)}</p>
        ))
      )}
    </div>
  );
}

function RunOf({ run, labels, editable }: { readonly run: Run } & Pick<PaperProps, 'labels' | 'editable'>) {
  if (run.type === 'text') return run.text;
  const { key, from, text } = run;
  const label = labels.get(key) ?? key;
  const shown = from === 'missing' ? `Missing: ${label}` : text;
  if (!editable.has(key)) {
    return <mark className={classes(styles.gap, styles[from])}>{shown}</mark>;
  }
  return (
    <a
      href={`#${fieldId(`gaps.${key}`)}`}
      className={classes(styles.gap, styles.toField, styles[from])}
      onClick={(event) => {
        event.preventDefault();
        goToField(key);
      }}
    >
      {shown}
      <VisuallyHidden> (change {label})</VisuallyHidden>
    </a>
  );
}

/** The focus goes to the field of a gap, out of what is folded away too. */
function goToField(key: string): void {
  const field = document.getElementById(fieldId(`gaps.${key}`));
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
