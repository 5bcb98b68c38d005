import { Kbd } from '../../ui/words/kbd.tsx';
import { classes } from '../../ui/theme/classes.ts';
import styles from './grid.module.css';

interface LegendProps {
  readonly picked: boolean;
  readonly mayBook: boolean;
}

/** What the cells mean, and the keys, for those who see the board. */
export function BoardLegend({ picked, mayBook }: LegendProps) {
  return (
    <div className={styles.legend} aria-hidden="true">
      <span>
        <span className={classes(styles.swatch, styles.swatchBooked)} /> taken
      </span>
      <span>
        <span className={classes(styles.swatch, styles.swatchHeld)} /> held
      </span>
      {picked ? (
        <span>
          <span className={classes(styles.swatch, styles.swatchWanted)} /> to cover
        </span>
      ) : null}
      {picked ? (
        <span>
          <span className={classes(styles.swatch, styles.swatchWaivable)} /> can be waived
        </span>
      ) : null}
      <span className={styles.keys}>
        {picked && mayBook ? (
          <>
            <Kbd keys="Space" /> select <Kbd keys="Shift+→" /> stretch <Kbd keys="Enter" /> book{' '}
            <Kbd keys="H" /> hold
          </>
        ) : null}
        <Kbd keys="PgDn" /> next week
      </span>
    </div>
  );
}
