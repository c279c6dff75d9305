import { inboxFilter, inboxSort, inboxView } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSize, noFilter, queryOf, searchOf } from './query-address.js';

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 3 });
const hours = fc.option(fc.integer({ min: 1, max: 1000 }));
const filter = fc.record({
  ...{ teamIds: ids, labelIds: ids, agentIds: ids },
  intents: fc.uniqueArray(fc.stringMatching(/^[a-z &=?_]{1,20}$/), { maxLength: 3 }),
  reasons: fc.uniqueArray(fc.constantFrom(...inboxFilter.shape.reasons.unwrap().element.options), { maxLength: 3 }),
  languages: fc.uniqueArray(fc.constantFrom('de', 'en'), { maxLength: 2 }),
  ...{ olderThanHours: hours, newerThanHours: hours },
});

describe('an address of a list', () => {
  it('holds any query whole', () => {
    const query = fc.record({
      view: fc.constantFrom(...inboxView.options),
      sort: fc.option(fc.constantFrom(...inboxSort.options)),
      filter,
    });
    fc.assert(fc.property(query, (one) => void expect(queryOf(one.view, searchOf(one))).toEqual(one)));
  });

  it.each([
    ['', 0],
    ['?label=nonsense&older=-5&reason=none&sort=sideways', 0],
    ['?language=de&language=en&older=4', 3],
  ])('%s is read as far as it makes sense', (search, size) => {
    expect(filterSize(queryOf('all', search).filter)).toBe(size);
  });

  it('is bare where nothing is chosen', () => {
    expect(searchOf({ sort: null, filter: noFilter })).toBe('');
  });
});
