import { useText } from '#ui/i18n/useText';
import { commandById } from '#ui/commands/index';
import { useDocument } from '#ui/store/documentStore';
import { useStops } from '#ui/store/stopStore';
import { ProtocolStopRow, StopRow } from './StopRow';
import { StopForm } from './StopForm';
import styles from './stops.module.css';

/** What the run stops at: a form for one more, the list, and the ways from stop to stop. */
export function StopsTab() {
  const t = useText();
  const breakpoints = useStops((state) => state.breakpoints);
  const protocols = useDocument((state) => state.doc.protocols);
  const own = protocols.filter(({ settings }) => settings['mode'] === 'monitor');
  return (
    <div className={styles['tab']}>
      <StopForm />
      <div className={styles['side']}>
        <Moves />
        {breakpoints.length + own.length === 0 ? (
          <p className={styles['intro']}>{t('stopping.none')}</p>
        ) : (
          <ul className={styles['list']} aria-label={t('stopping.list')}>
            {breakpoints.map((one) => (
              <StopRow key={one.id} breakpoint={one} />
            ))}
            {own.map((one) => (
              <ProtocolStopRow key={one.id} protocol={one} />
            ))}
          </ul>
        )}
        {breakpoints.length > 1 && <AllOfThem />}
        <p className={styles['intro']}>{t('stopping.intro')}</p>
      </div>
    </div>
  );
}

const moves = [
  'previousStop',
  'continueRun',
  'stepOverBack',
  'stepOver',
  'stepBack',
  'stepForward',
  'previousOfKey',
  'nextOfKey',
] as const;

/** The ways of a debugger, for whoever has no keys for them. */
function Moves() {
  const t = useText();
  return (
    <fieldset className={styles['moves']} aria-label={t('stopping.moves')}>
      {moves.map((id) => {
        const command = commandById.get(id);
        if (command === undefined) return null;
        const [key = ''] = command.shortcuts;
        return (
          <button
            key={id}
            type="button"
            className={styles['button']}
            title={t('player.withKey', { label: t(command.label), key })}
            onClick={() => {
              if (command.isEnabled()) void command.perform();
            }}
          >
            {t(`stopping.move.${id}`)}
          </button>
        );
      })}
    </fieldset>
  );
}

function AllOfThem() {
  const t = useText();
  const turnAll = useStops((state) => state.turnAll);
  const removeAll = useStops((state) => state.removeAll);
  return (
    <div className={styles['moves']}>
      <button type="button" className={styles['button']} onClick={() => turnAll(true)}>
        {t('stopping.allOn')}
      </button>
      <button type="button" className={styles['button']} onClick={() => turnAll(false)}>
        {t('stopping.allOff')}
      </button>
      <button type="button" className={styles['button']} onClick={removeAll}>
        {t('stopping.removeAll')}
      </button>
    </div>
  );
}
