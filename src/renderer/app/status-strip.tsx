import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand, useOperation } from '../api/client.ts';
import { StatusTag } from '../ui/data/status-tag.tsx';
import { JobProgress } from '../ui/feedback/job-progress.tsx';
import { LockIcon } from '../ui/icons.ts';
import { AwayNote } from './away-note.tsx';
import { BackupNote } from './backup-note.tsx';
import { useJobs, type Job } from './use-jobs.ts';
import { useRecoveryWanted } from './use-recovery-wanted.ts';
import { useSession } from './use-session.ts';
import styles from './frame.module.css';

/** Where the data is, what is being worked on, which version this is. */
export function StatusStrip({ demonstration }: { readonly demonstration: boolean }) {
  const about = useOperation('app.about', {}).data;
  const jobs = useJobs();
  const recoveryWanted = useRecoveryWanted(useSession()?.permissions ?? []);
  return (
    <footer className={styles.strip} aria-label="Status" data-region>
      {demonstration ? <StatusTag tone="info">Demonstration: no real pupils</StatusTag> : null}
      {recoveryWanted ? (
        <Link to="/settings/keys">
          <StatusTag tone="overdue">No recovery sheet yet</StatusTag>
        </Link>
      ) : null}
      {about ? (
        <span className={styles.where}>
          <LockIcon size={14} aria-hidden="true" />
          {about.engine === 'sqlite' ? 'Data on this PC' : 'Data on the shared server'}: {about.location}
        </span>
      ) : null}
      <AwayNote />
      <BackupNote />
      {jobs.length > 0 ? (
        <div className={styles.jobs}>
          {jobs.map((job) => (
            <StripJob key={job.jobId} job={job} />
          ))}
        </div>
      ) : null}
      {about ? <span className={styles.version}>First Day {about.version}</span> : null}
    </footer>
  );
}

function StripJob({ job }: { readonly job: Job }) {
  const cancel = useCommand('jobs.cancel');
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.job}>
      <JobProgress
        label={job.text}
        fraction={job.fraction}
        cancelling={asked}
        onCancel={() => {
          setAsked(true);
          cancel.mutate({ jobId: job.jobId });
        }}
      />
    </div>
  );
}
