import { expect, it } from 'vitest';
import { fingerprintOf } from '../model/adapted-model.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { readAnswerSelection } from './matrix-file.js';

it('what was learned belongs to the encoder that is shipped, and to no other', () => {
  const base = loadBase(shippedBase());
  expect(readAnswerSelection(fingerprintOf(base))?.length).toBe(base.config.width ** 2);
  expect(readAnswerSelection('another')).toBeNull();
});
