import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import { loadTexts } from '#ui/i18n/catalogue';
import { FaultItem } from './FaultItem';

beforeAll(() => loadTexts('en'));

function said(settings: object): string {
  const all = { ...defaultsOf(faultFields), ...settings };
  const fault = { id: 'f', name: 'Outage', settings: all };
  return renderToStaticMarkup(
    <FaultItem fault={fault} isOpen={false} onToggle={() => undefined} />,
  ).replaceAll('\u00a0', ' ');
}

test('a fault that cannot begin again as often as it says tells how often it comes', () => {
  expect(said({ forMs: 5000, everyMs: 2000 })).toContain(
    'cannot begin again after 2.0 s: it comes every 6.0 s',
  );
  expect(said({ forMs: 5000, everyMs: 5000 })).not.toContain('cannot begin again');
  expect(said({ forMs: 0, everyMs: 2000 })).toContain('It never ends, so it cannot begin again');
});
