import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { CriteriaForm } from './criteria-form.tsx';
import { CriteriaRead } from './criteria-read.tsx';

/** What puts a pupil at risk here, and how the school works with its register. */
export function CriteriaPage() {
  const mayEdit = useMay('support.edit');
  const criteria = useOperation('support.criteria', {});
  const setBy = criteria.data?.setBy;
  return (
    <Page>
      <PageHeader
        title="Criteria"
        status={setBy ? <StatusTag tone="info">Set by {setBy}</StatusTag> : null}
        context={
          setBy
            ? 'If you change them they are the school’s own from then on'
            : 'What puts a pupil at risk, and how the school works with its register'
        }
      />
      <Loaded query={criteria} what="the criteria">
        {(found) =>
          mayEdit ? <CriteriaForm key={found.version} criteria={found} /> : <CriteriaRead criteria={found} />
        }
      </Loaded>
    </Page>
  );
}
