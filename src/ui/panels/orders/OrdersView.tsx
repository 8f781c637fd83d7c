import { useContext, useId, useMemo, useState } from 'react';
import { watchOrders, type WatchOrder } from '#engine/analysis/observed/watchBus';
import { shortestWord } from '#engine/automata/shortestWord';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useOrders } from '#ui/store/ordersStore';
import { failureSentence } from '../problems/failureSentence';
import type { AutomatonViewProps } from '../automaton/views/AutomatonView';
import { ExploreRunning } from '../explore/ExploreProgressLine';
import { GraphView } from '../graph/GraphView';
import { automatonPicture } from '../observed/automatonPicture';
import { Choices } from '../observed/Choices';
import { WordChoice } from '../observed/ObservedView';
import styles from '../observed/observed.module.css';
import { OrdersChangeText } from './OrdersChangeText';
import { ProtocolJudgements } from './ProtocolJudgements';

/** The exact automaton of a bus: asked for, found in a worker, drawn, and compared with what is declared and what was. */
export function OrdersView({ node }: AutomatonViewProps) {
  const t = useText();
  const [order, setOrder] = useState<WatchOrder>('completion');
  const [isPerKey, setPerKey] = useState(false);
  const [events, setEvents] = useState('');
  const status = useOrders((state) => (state.question?.bus === node.id ? state.status : 'idle'));
  const problem = useOrders((state) => state.problem);
  const eventsId = useId();
  return (
    <div className={styles['view']}>
      <p className={styles['quiet']}>{t('orders.about', { name: node.name })}</p>
      <Choices
        label={t('observed.order')}
        choices={watchOrders.map((id) => ({ id, title: t(`observed.order.${id}`) }))}
        value={order}
        onChange={(id) => setOrder(watchOrders.find((one) => one === id) ?? 'publish')}
      />
      <WordChoice isPerKey={isPerKey} onChange={setPerKey} />
      <div className={styles['given']}>
        <label htmlFor={eventsId}>{t('exploring.events')}</label>
        <input
          id={eventsId}
          type="text"
          inputMode="numeric"
          maxLength={3}
          placeholder="–"
          title={t('exploring.eventsHelp')}
          value={events}
          onChange={({ target }) => setEvents(target.value.replace(/\D/g, ''))}
        />
      </div>
      <div className={styles['row']}>
        {status === 'exploring' ? (
          <button
            key="stop"
            type="button"
            className={styles['button']}
            onClick={() => useOrders.getState().cancel()}
          >
            {t('exploring.cancel')}
          </button>
        ) : (
          <button
            key="go"
            type="button"
            className={styles['button']}
            data-main
            onClick={() => {
              const most = Number(events);
              useOrders.getState().find({ bus: node.id, order, isPerKey, events: most > 0 ? most : null });
            }}
          >
            {t('orders.find')}
          </button>
        )}
      </div>
      {status === 'failed' && (
        <p role="alert" className={styles['quiet']}>
          {t('exploring.problem', { problem: failureSentence(t, problem) })}
        </p>
      )}
      {(status === 'exploring' || status === 'cancelled') && <Running isStopped={status === 'cancelled'} />}
      {status === 'done' && <Found node={node} />}
    </div>
  );
}

function Running({ isStopped }: { readonly isStopped: boolean }) {
  const progress = useOrders((state) => state.progress);
  const perSecond = useOrders((state) => state.perSecond);
  return (
    <div className={styles['answer']}>
      <ExploreRunning progress={progress} perSecond={perSecond} isStopped={isStopped} />
    </div>
  );
}

function Found({ node }: AutomatonViewProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const answer = useOrders((state) => state.answer);
  const asked = useOrders((state) => state.doc);
  const isChanged = useDocument((state) => state.doc !== asked);
  const automaton = answer?.automaton ?? null;
  const picture = useMemo(
    () => (automaton === null || shortestWord(automaton) === null ? null : automatonPicture(automaton)),
    [automaton],
  );
  if (answer === null) return null;
  const { stopped, progress } = answer;
  return (
    <>
      <output className={styles['answer']} data-testid="orders">
        {stopped !== null && <p>{t('orders.missing', { reason: t(`exploring.stopped.${stopped}`) })}</p>}
        {automaton === null && <p>{t('orders.tooLarge')}</p>}
        {automaton !== null && picture === null && <p>{t('orders.nothing')}</p>}
        {picture !== null && stopped === null && (
          <p>
            {t('orders.whole', {
              states: formatCount(picture.states.length, language),
              configurations: formatCount(progress.configurations, language),
            })}
          </p>
        )}
        {isChanged && <p>{t('orders.changed')}</p>}
      </output>
      {picture !== null && (
        <GraphView
          picture={picture}
          label={t('orders.graphOf', { name: node.name })}
          legend={t('orders.legend')}
        />
      )}
      {answer.change !== null && <OrdersChangeText change={answer.change} />}
      <ProtocolJudgements protocols={answer.protocols} />
    </>
  );
}
