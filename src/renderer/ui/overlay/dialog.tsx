import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './overlay.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot, the one that binds last. */
  readonly actions?: ReactNode;
  /** In px. Default 520. */
  readonly width?: number | undefined;
}

/** A window over the page; only to confirm what binds. Focus stays inside, Escape closes, focus returns. */
export function Dialog({ open, onClose, title, children, actions, width = 520 }: DialogProps) {
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={width}
      yOffset="12vh"
      // The page itself never scrolls (regions do), so there is no scroll to lock and no style to inject.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{
        overlay: styles.overlay ?? '',
        content: styles.modal ?? '',
        title: styles.modalTitle ?? '',
        body: styles.modalBody ?? '',
        close: styles.modalClose ?? '',
      }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.modalHeader}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>
          {children}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
