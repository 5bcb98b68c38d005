import { useNavigate } from '@tanstack/react-router';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { AddIcon, PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { RegisterCommands } from './register-commands.tsx';
import { RegisterDay } from './register-day.tsx';

/** Another PC may book or mark: the day is read again this often (ms). */
const REFRESH = 30_000;

export interface DayRegisterPageProps {
  /** Left out: the first provider in use. */
  readonly providerId: string | undefined;
  /** Left out: today. */
  readonly date: string | undefined;
}

/** Who comes to a provider on a day and with what; attendance is marked here. */
export function DayRegisterPage({ providerId, date }: DayRegisterPageProps) {
  const list = useOperation('providers.list', {});
  return (
    <Page>
      <Loaded query={list} what="the providers">
        {({ providers }) => {
          const used = providers.filter(({ id, active }) => active || id === providerId);
          const chosen = used.find(({ id }) => id === providerId) ?? used[0];
          return chosen ? (
            <ProviderDay providerId={chosen.id} providers={used} date={date} />
          ) : (
            <NoProvider />
          );
        }}
      </Loaded>
    </Page>
  );
}

function NoProvider() {
  const mayEdit = useMay('providers.edit');
  return (
    <>
      <PageHeader title="Day register" />
      <Panel flush>
        <EmptyState
          icon={PlaceIcon}
          title="No provider is in use"
          action={
            mayEdit ? (
              <ButtonLink
                to="/places/providers/$providerId"
                params={{ providerId: 'new' }}
                icon={AddIcon}
                variant="primary"
              >
                Add a provider
              </ButtonLink>
            ) : undefined
          }
        >
          Once a provider is entered and places are booked, its register of the day stands here.
        </EmptyState>
      </Panel>
    </>
  );
}

interface ProviderDayProps {
  readonly providerId: string;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly date: string | undefined;
}

function ProviderDay({ providerId, providers, date: asked }: ProviderDayProps) {
  const navigate = useNavigate();
  const today = useToday();
  const date = asked ?? today;
  const register = useOperation(
    'stays.register',
    { providerId, date },
    { keepPrevious: true, refreshEvery: REFRESH },
  );
  const { data } = register;
  const go = (to: { readonly provider?: string; readonly date?: string }) => {
    const day = to.date ?? date;
    void navigate({
      to: '/places/register',
      search: { provider: to.provider ?? providerId, ...(day === today ? {} : { date: day }) },
      replace: true,
    });
  };
  const name = providers.find(({ id }) => id === providerId)?.name ?? '';
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <>
      <ScreenOnly>
        <PageHeader
          title="Day register"
          context={
            <>
              {/* The choice of providers names it already. */}
              {providers.length > 1 ? null : `${name} · `}
              <DateText date={date} />
              {data?.host ? ` · hosted by ${data.host}` : null}
            </>
          }
          actions={
            <>
              {providers.length > 1 ? (
                <SelectField
                  label="Provider"
                  hideLabel
                  width="medium"
                  value={providerId}
                  onChange={(provider) => go({ provider })}
                  options={providers.map(({ id, name: label }) => ({ value: id, label }))}
                />
              ) : null}
              <RegisterCommands register={data} today={today} onGo={(day) => go({ date: day })} />
            </>
          }
        />
      </ScreenOnly>
      <SheetHead
        of={name}
        printedBy={user}
        title={
          <>
            Day register, <DateText date={date} />
          </>
        }
      />
      <Loaded query={register} what="the register">
        {(loaded) => (
          <RegisterDay
            key={`${providerId} ${loaded.date}`}
            register={loaded}
            today={today}
            settled={!register.isPlaceholderData}
          />
        )}
      </Loaded>
    </>
  );
}
