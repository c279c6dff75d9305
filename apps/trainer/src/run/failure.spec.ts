import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BatonError, ModelError } from '#contracts';
import { failureOf, Interrupted, RunFailed } from './failure.js';

function thrown(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('failureOf', () => {
  it.each([
    ['a child that was killed', new Interrupted('SIGKILL'), 'interrupted_too_often', 'SIGKILL'],
    ['a child that ended itself', new Interrupted(134), 'interrupted_too_often', 'exit 134'],
    [
      'a full disk',
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      'disk_full',
    ],
    ['a full disk of PostgreSQL', new Error('could not extend file "base/1": No space left on device'), 'disk_full'],
    ['no memory for ONNX Runtime', new Error('std::bad_alloc'), 'out_of_memory'],
    [
      'no memory to open a model',
      new ModelError('MODEL_BROKEN', { dir: '/m', why: 'Failed to allocate memory for requested buffer' }),
      'out_of_memory',
      'MODEL_BROKEN {"dir":"/m","why":"Failed to allocate memory for requested buffer"}',
    ],
    ['a folder that is closed', new Error("EACCES: permission denied, mkdir '/data'"), 'no_write_access'],
    [
      'a base model that is none',
      new ModelError('BASE_BROKEN', { dir: '/b', why: 'EACCES: permission denied' }),
      'base_model_unusable',
      'BASE_BROKEN {"dir":"/b","why":"EACCES: permission denied"}',
    ],
    [
      'a damaged model',
      new ModelError('MODEL_CHECKSUM', { dir: '/m', file: 'model.onnx' }),
      'model_damaged',
      'MODEL_CHECKSUM {"dir":"/m","file":"model.onnx"}',
    ],
    ['another error of ours', new BatonError('MODEL_DROPPED'), 'internal', 'MODEL_DROPPED'],
    ['an error that nobody expects', new TypeError('x is not a function'), 'internal', 'x is not a function'],
    ['an error without words', new RangeError(''), 'internal', 'RangeError'],
    ['what is no error', 'gone', 'internal', 'gone'],
  ])('%s', (_, error, code, text = error instanceof Error ? error.message : '') => {
    expect(failureOf(error)).toEqual({ code, text });
  });

  it('reads what the system really says', () => {
    expect(failureOf(thrown(() => writeFileSync('/dev/full', 'x')))).toMatchObject({ code: 'disk_full' });
  });

  it('passes on what was found already', () => {
    const failure = { code: 'too_few_examples', text: null } as const;
    expect(failureOf(new RunFailed(failure))).toEqual(failure);
  });

  it('cuts a text that is very long', () => {
    expect(failureOf(new Error('a'.repeat(5000))).text).toHaveLength(2000);
  });
});
