import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NumberBlank } from '../../ui/form/number-blank.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon, CloseIcon } from '../../ui/icons.ts';
import type { CourseDraft } from './provider-draft.ts';
import styles from './provider.module.css';

interface CourseFieldsProps {
  readonly courses: readonly CourseDraft[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (courses: CourseDraft[]) => void;
}

const MOST = 10;

/** Courses that a pupil goes on with at the next stay: each with its name and how many sessions it has. */
export function CourseFields({ courses, errors, onChange }: CourseFieldsProps) {
  const set = (at: number, part: Partial<CourseDraft>) =>
    onChange(courses.map((course, index) => (index === at ? { ...course, ...part } : course)));
  return (
    <div className={styles.courses}>
      {courses.map((course, at) => {
        const path = `rules.courses.${String(at)}`;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- courses have nothing else that stays while one types
          <div key={at} className={styles.course}>
            <TextField
              label={`Course ${String(at + 1)}`}
              hideLabel
              name={`${path}.name`}
              placeholder="Name of the course"
              maxLength={80}
              value={course.name}
              onChange={(name) => set(at, { name })}
            />
            <NumberBlank
              label={`Sessions of course ${String(at + 1)}`}
              name={`${path}.sessions`}
              value={course.sessions}
              min={1}
              max={60}
              invalid={`${path}.sessions` in errors}
              onChange={(sessions) => set(at, { sessions })}
            />
            sessions
            <IconButton
              icon={CloseIcon}
              size="small"
              label={`Remove ${course.name || `course ${String(at + 1)}`}`}
              onClick={() => onChange(courses.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      {courses.length < MOST ? (
        <Button
          size="small"
          variant="quiet"
          icon={AddIcon}
          onClick={() => onChange([...courses, { name: '', sessions: 6 }])}
        >
          Another course
        </Button>
      ) : null}
    </div>
  );
}
