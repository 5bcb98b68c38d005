import { sayPlacesNumber } from '#shared/text/forecast-words.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { ShareBar } from '../../ui/data/share-bar.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { sayRange, VERDICTS } from '../../ui/places/say-need.ts';
import { plural } from '../../ui/words/format.ts';
import { BLANK, nameColumn } from './figure-columns.tsx';
import type { Forecast, Places } from './types.ts';
import styles from './authority-places.module.css';

type Day = Forecast['days'][number];

const likely = ({ need }: Day): string =>
  need ? sayPlacesNumber(need.known.total + need.expected.total) : BLANK;

/** The next school days: what is likely needed beside what is taken and free, then who has places ahead. */
export function AheadPanel({
  places: { by, rows },
  forecast,
}: {
  readonly places: Places;
  readonly forecast: Forecast;
}) {
  const { days, sentence, daysMissing } = forecast;
  if (days.length === 0) {
    return (
      <Panel title="The next school days">
        <Text muted>{daysMissing ?? sentence}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={`The next ${plural(days.length, 'school day')}`} context={daysMissing} flush>
      <DataTable
        caption="Places likely needed and places there are"
        columns={[
          { key: 'day', header: 'Day', nowrap: true, value: ({ label }) => label },
          { key: 'likely', header: 'Likely needed', numeric: true, render: likely },
          {
            key: 'range',
            header: 'Range',
            numeric: true,
            render: ({ need }) => (need ? sayRange(need.range.total) : BLANK),
          },
          {
            key: 'taken',
            header: 'Taken of open',
            width: '170px',
            render: ({ taken, free }) => <ShareBar part={taken.total} all={taken.total + free.total} />,
          },
          { key: 'free', header: 'Free', numeric: true, render: ({ free }) => String(free.total) },
          {
            key: 'enough',
            header: 'Enough?',
            nowrap: true,
            render: ({ need }) =>
              need ? (
                <StatusTag tone={VERDICTS[need.verdict].tone}>{VERDICTS[need.verdict].words}</StatusTag>
              ) : (
                BLANK
              ),
          },
        ]}
        rows={days}
        rowKey={({ date }) => date}
        empty={null}
      />
      <div className={styles.note}>
        <Text small muted>
          {sentence}
        </Text>
      </div>
      {rows.length === 0 ? null : (
        <DataTable
          caption={`Places taken on these days, by ${by === 'provider' ? 'provider' : 'sending school'}`}
          showCaption
          columns={[
            { ...nameColumn(by), total: undefined },
            {
              key: 'ahead',
              header: by === 'provider' ? 'Taken of open' : 'Taken',
              width: '200px',
              value: ({ ahead }) => ahead.taken,
              render: ({ ahead: { taken, open } }) =>
                open === null ? String(taken) : <ShareBar part={taken} all={open} />,
            },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
          maxHeight="60vh"
          empty={null}
        />
      )}
    </Panel>
  );
}
