import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { classes } from '../theme/classes.ts';
import { Button } from './button.tsx';
import styles from './file-drop.module.css';

export interface FileDropProps {
  /** "Drop the files here, or choose them" */
  readonly title: string;
  /** Which kinds are read: "CTF (.xml) or CSV". */
  readonly hint?: string | undefined;
  /** Opens the system's dialog (main asks, and gives opaque ids back to the caller). */
  readonly onChoose: () => void;
  readonly chooseLabel?: string | undefined;
  /** A second way in, such as a whole folder. */
  readonly onChooseFolder?: (() => void) | undefined;
  /** Takes files dropped from the file manager; without it the zone is a frame around the buttons. */
  readonly onDropFiles?: ((files: readonly File[]) => void) | undefined;
  readonly busy?: boolean | undefined;
}

/** Where files come in: dropped, or chosen with a button. Never shows or keeps a path. */
export function FileDrop(props: FileDropProps) {
  const { title, hint, onChoose, chooseLabel = 'Choose files…', onChooseFolder, onDropFiles, busy } = props;
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        if (!onDropFiles || busy) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!onDropFiles || busy) return;
        event.preventDefault();
        setOver(false);
        onDropFiles([...event.dataTransfer.files]);
      }}
    >
      <IconFileImport size={28} stroke={1.5} className={styles.icon} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <div className={styles.actions}>
        <Button onClick={onChoose} loading={busy}>
          {chooseLabel}
        </Button>
        {onChooseFolder ? (
          <Button onClick={onChooseFolder} disabled={busy}>
            Choose a folder…
          </Button>
        ) : null}
      </div>
    </div>
  );
}
