import { useDelayed } from '../hooks/use-delayed.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { Loader } from './loader.tsx';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** What is being loaded: "Loading the pupils". Shown in words after two seconds. */
  readonly label: string;
  /** Default 5. */
  readonly lines?: number | undefined;
}

/** In the place of content on its way: nothing for 100 ms, then quiet bars, after two seconds words. */
export function Skeleton({ label, lines = 5 }: SkeletonProps) {
  const visible = useDelayed(true, 100);
  const slow = useDelayed(true, 2000);
  if (!visible) return <div className={styles.skeleton} aria-busy="true" />;
  return (
    <div className={styles.skeleton} aria-busy="true">
      {slow ? (
        <Loader label={label} />
      ) : (
        <VisuallyHidden>
          <span role="status">{label}</span>
        </VisuallyHidden>
      )}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.bar} />
      ))}
    </div>
  );
}
