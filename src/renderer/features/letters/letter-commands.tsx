import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { BackIcon, PdfIcon, PrintIcon, WordIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { useLetterFiles } from './use-letter-files.ts';

interface LetterCommandsProps {
  readonly exclusionId: string;
  readonly templateId: string;
  readonly issueId?: string | undefined;
  /** What is on the screen is kept first, so that the file holds it. */
  readonly beforeFile?: () => Promise<boolean>;
}

/** Back to the case, and the letter onto paper or into a file. */
export function LetterCommands({ exclusionId, templateId, issueId, beforeFile }: LetterCommandsProps) {
  const files = useLetterFiles(exclusionId, templateId, issueId);
  const print = () => window.print();
  const write = async (format: 'pdf' | 'docx') => {
    if (beforeFile === undefined || (await beforeFile())) files.write(format);
  };
  useHotkey('Ctrl+P', print, { description: 'Print the letter' });
  return (
    <>
      <ButtonLink to="/record" search={{ exclusion: exclusionId, tab: 'letters' }} icon={BackIcon}>
        The case
      </ButtonLink>
      <Button icon={PdfIcon} loading={files.busy} onClick={() => void write('pdf')}>
        PDF
      </Button>
      <Button icon={WordIcon} loading={files.busy} onClick={() => void write('docx')}>
        Word
      </Button>
      <Button icon={PrintIcon} shortcut="Ctrl+P" onClick={print}>
        Print
      </Button>
    </>
  );
}
