import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { Certificates, ModelRegistry, ThresholdPolicies, type TestSetOutcome } from '#model-registry';
import { certify, certifyAll } from '../../apps/trainer/src/certification/certify.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { waitFor } from '../support/wait-for.js';

let environment: TestEnvironment;
let db: Database;
let registry: ModelRegistry;
let artifacts: ModelArtifacts;
let policies: ThresholdPolicies;
let certificates: Certificates;
/** The registry does not look into the files of a model. */
const dir = temporaryFolder();
const system = { type: 'system' } as const;
const limits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };

beforeAll(async () => {
  environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  atEnd(() => rmSync(dir, { recursive: true }));
  registry = new ModelRegistry(db);
  artifacts = new ModelArtifacts(db);
  policies = new ThresholdPolicies(db);
  certificates = new Certificates(db);
  const files = { 'model.onnx': 'weights', 'calibration.json': '{"threshold":0.45}' };
  const sums = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(dir, name), content);
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
  });
  writeFileSync(join(dir, 'SHA256SUMS'), sums.join(''));
});

/** `sure` messages answered right at 0.9, `unsure` ones of which every second is wrong at 0.5, and `oos` out-of-scope ones at 0.1. */
function judged(sure: number, unsure: number, oos: number): TestSetOutcome[] {
  const messages = (n: number, outcome: (i: number) => TestSetOutcome) =>
    Array.from({ length: n }, (_, i) => outcome(i));
  return [
    ...messages(sure, () => ({ confidence: 0.9, correct: true, oos: false })),
    ...messages(unsure, (i) => ({ confidence: 0.5, correct: i % 2 === 0, oos: false })),
    ...messages(oos, () => ({ confidence: 0.1, correct: false, oos: true })),
  ];
}
const plenty = judged(150, 20, 30);
const few = judged(30, 0, 2);
const tested = (outcomes: TestSetOutcome[]) => ({ outcomes, limitTable: certifyAll(outcomes, limits) });
/** Off the grid, as the API allows. */
const offGrid = { ...limits, riskLimit: 0.008 };

async function shop() {
  const workspace = await createWorkspace(db);
  const { workspaceId } = workspace;
  return {
    workspaceId,
    /** A version, certified at the usual limits as the trainer does at the end of a run. */
    register: async (outcomes: TestSetOutcome[]) => {
      const facts = { workspaceId, method: 'head' as const, nExamples: 9, metrics: null, gate: [], parentId: null };
      return (await artifacts.register(dir, { ...facts, snapshotId: uuidv7(), ...tested(outcomes) })).id;
    },
    activate: (id: string) => registry.activate(workspaceId, id, system),
    policy: () => policies.view(workspaceId),
    /** What inference workers are told about the active version. */
    rule: async () => (await registry.activeVersions(workspaceId))[0]?.rule,
    due: async () => (await certificates.due()).filter((due) => due.workspaceId === workspaceId),
    admin: (await workspace.agent('Ada', 'admin')).userId,
  };
}

describe('a version that becomes active', () => {
  it('brings the threshold that was certified on its test set', async () => {
    const { register, activate, policy, rule, due } = await shop();
    expect(await policy()).toMatchObject({ ...limits, modelVersionId: null, certification: null });
    const id = await register(plenty);
    expect(await policy()).toMatchObject({ certification: null });
    await activate(id);
    expect(await policy()).toMatchObject({
      ...limits,
      modelVersionId: id,
      certification: { state: 'certified', threshold: 0.9, coverage: 0.75 },
      nCalibration: 200,
      nOutOfScope: 30,
      now: { threshold: 0.9, coverage: 0.75, expectedWrong: 0 },
    });
    expect(await rule()).toEqual({ certified: 0.9, least: 0, likely: 0.9, certifiedOnly: false });
    expect(await due()).toEqual([]);
  });

  it('has none when labels are missing, and says about how many', async () => {
    const { register, activate, policy, rule } = await shop();
    await activate(await register(plenty));
    await activate(await register(few));
    // 32 messages are there; a third of the labelled ones goes into the test set.
    const certification = certify(few, limits);
    expect(certification).toMatchObject({ state: 'too_few_labels' });
    expect(await policy()).toMatchObject({ certification, nCalibration: 32 });
    // Certified where more may be wrong: its own threshold of .45 would be laxer.
    expect(await rule()).toEqual({ certified: null, least: 0.9, likely: 0.9, certifiedOnly: false });
    expect(await policy()).toMatchObject({ now: { threshold: 0.9, expectedWrong: 0 } });
  });

  it('gets its own certificate back at a rollback', async () => {
    const { workspaceId, register, activate, policy, rule } = await shop();
    const [first, second] = [await register(plenty), await register(few)];
    await activate(first);
    await activate(second);
    await registry.rollback(workspaceId, system);
    expect(await policy()).toMatchObject({ modelVersionId: first, certification: { state: 'certified' } });
    expect(await rule()).toEqual({ certified: 0.9, least: 0, likely: 0.9, certifiedOnly: false });
    const [event] = await db.auditEvent.findMany({ where: { workspaceId, action: 'model.rollback' } });
    expect(event!.data).toMatchObject({ version: 1, replaced: 2, certification: { threshold: 0.9 } });
  });

  it('is promoted only while the version that it was compared with serves', async () => {
    const { workspaceId, register, activate } = await shop();
    const [champion, byHand, challenger] = [await register(few), await register(few), await register(plenty)];
    expect(await registry.promote(workspaceId, champion, null)).toBe(true);
    await activate(byHand);
    expect(await registry.promote(workspaceId, challenger, champion)).toBe(false);
    expect(await registry.activeVersions(workspaceId)).toMatchObject([{ id: byHand }]);
    expect(await registry.promote(workspaceId, challenger, byHand)).toBe(true);
  });
});

describe('limits that have changed', () => {
  it('of the grid are proved or not at once', async () => {
    const { workspaceId, register, activate, rule, due, admin } = await shop();
    await activate(await register(plenty));
    const strict = { ...limits, riskLimit: 0.01 };
    const certification = certify(plenty, strict);
    expect(certification).toMatchObject({ state: 'too_few_labels' });
    expect(await policies.save(workspaceId, strict, admin)).toMatchObject({ ...strict, certification });
    expect(await rule()).toEqual({ certified: null, least: 0.9, likely: null, certifiedOnly: false });
    expect(await due()).toEqual([]);
    await policies.save(workspaceId, { ...strict, certifiedOnly: true }, admin);
    expect(await rule()).toMatchObject({ certified: null, certifiedOnly: true });
    const saved = await policies.save(workspaceId, { ...limits, riskLimit: 0.2 }, admin);
    expect(saved).toMatchObject({ certification: { state: 'certified', threshold: 0.5, coverage: 0.85 } });
    expect(await rule()).toMatchObject({ certified: 0.5 });
    const events = await db.auditEvent.findMany({ where: { workspaceId, action: 'threshold_policy.change' } });
    expect(events.map(({ actorId, data }) => ({ actorId, data }))[0]).toEqual({
      actorId: admin,
      data: { before: { riskLimit: limits.riskLimit }, after: { riskLimit: strict.riskLimit } },
    });
  });

  it('are seen with their effect before they are saved', async () => {
    const { workspaceId, register, activate, policy, admin } = await shop();
    await activate(await register(plenty));
    const { options } = await policy();
    for (const { riskLimit, confidenceLevel, threshold, coverage, expectedWrong, certification } of options) {
      const saved = await policies.save(workspaceId, { ...limits, riskLimit, confidenceLevel }, admin);
      expect(saved.now).toEqual({ threshold, coverage, expectedWrong });
      expect(saved.certification).toEqual(certification);
    }
  });

  it('off the grid are not certified by the request; until the trainer has, nothing laxer serves', async () => {
    const { workspaceId, register, activate, rule, due, admin } = await shop();
    await activate(await register(plenty));
    const pending = { state: 'pending', threshold: null };
    expect(await policies.save(workspaceId, offGrid, admin)).toMatchObject({ ...offGrid, certification: pending });
    expect(await rule()).toEqual({ certified: null, least: 0.9, likely: null, certifiedOnly: false });
    expect(await due()).toMatchObject([{ limits: { riskLimit: 0.008, confidenceLevel: 0.9 } }]);
    const lax = { ...limits, riskLimit: 0.06, certifiedOnly: true };
    expect(await policies.save(workspaceId, lax, admin)).toMatchObject({
      certification: { state: 'pending', threshold: 0.9 },
    });
    expect(await rule()).toEqual({ certified: 0.9, least: 0, likely: 0.9, certifiedOnly: true });
  });

  it('get a table only if they and the outcomes are still the same', async () => {
    const { workspaceId, register, activate, policy, due, admin } = await shop();
    const id = await register(plenty);
    await activate(id);
    await policies.save(workspaceId, offGrid, admin);
    const [first] = await due();
    await policies.save(workspaceId, { ...limits, riskLimit: 0.06 }, admin);
    expect(await certificates.keep(first!, [])).toBe(false);
    const [second] = await due();
    await certificates.judgedAgain(workspaceId, id, tested(few));
    expect(await certificates.keep(second!, [])).toBe(false);
    const [third] = await due();
    expect(await certificates.keep(third!, certifyAll(few, third!.limits))).toBe(true);
    expect(await due()).toEqual([]);
    expect(await policy()).toMatchObject({ certification: certify(few, { ...limits, riskLimit: 0.06 }) });
    const events = await db.auditEvent.findMany({ where: { workspaceId, action: 'threshold.certify' } });
    expect(events.map(({ data }) => data)).toMatchObject([{ limits: { riskLimit: 0.06 } }]);
  });

  it('may be set before there is a model', async () => {
    const { workspaceId, register, activate, policy, due, admin } = await shop();
    await policies.save(workspaceId, offGrid, admin);
    expect(await policy()).toMatchObject({ riskLimit: 0.008, certification: null, now: null, options: [] });
    await activate(await register(plenty));
    expect(await policy()).toMatchObject({ certification: { state: 'pending', threshold: null } });
    expect(await due()).toHaveLength(1);
  });

  it('of one workspace are no business of another', async () => {
    const [one, other] = [await shop(), await shop()];
    const id = await one.register(plenty);
    await one.activate(id);
    await expect(other.activate(id)).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
    const again = certificates.judgedAgain(other.workspaceId, id, tested(few));
    await expect(again).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
    await policies.save(other.workspaceId, { ...limits, riskLimit: 0.01 }, other.admin);
    expect(await one.policy()).toMatchObject({ ...limits, certification: { threshold: 0.9 }, nCalibration: 200 });
    expect(await other.policy()).toMatchObject({ riskLimit: 0.01, modelVersionId: null });
    expect(await one.due()).toEqual([]);
  });
});

describe('a version that is judged again', () => {
  it('serves by the certificate on today’s test set', async () => {
    const { workspaceId, register, activate, policy, rule } = await shop();
    const [active, candidate] = [await register(few), await register(few)];
    await activate(active);
    await certificates.judgedAgain(workspaceId, candidate, tested(plenty));
    expect(await policy()).toMatchObject({ modelVersionId: active, certification: { state: 'too_few_labels' } });
    await certificates.judgedAgain(workspaceId, active, tested(plenty));
    expect(await policy()).toMatchObject({ modelVersionId: active, certification: { state: 'certified' } });
    expect(await rule()).toEqual({ certified: 0.9, least: 0, likely: 0.9, certifiedOnly: false });
  });

  it('that another replaced serves by its own certificates where the other cannot be loaded', async () => {
    const { workspaceId, register, activate } = await shop();
    const former = await register(plenty);
    await activate(former);
    await activate(await register(few));
    const [active] = await registry.activeVersions(workspaceId);
    expect(await registry.formerVersions(active!)).toMatchObject([{ id: former, rule: { certified: 0.9 } }]);
  });
});

describe('the trainer', () => {
  it('tests at new limits, and what it cannot does not keep it from the rest', async () => {
    const [damaged, sound, old] = [await shop(), await shop(), await shop()];
    for (const { workspaceId, register, activate, admin } of [damaged, sound, old]) {
      await activate(await register(plenty));
      if (workspaceId !== old.workspaceId) await policies.save(workspaceId, { ...limits, riskLimit: 0.21 }, admin);
    }
    await db.calibrationSet.updateMany({ where: { workspaceId: damaged.workspaceId }, data: { outcomes: 'damaged' } });
    // As an earlier release left it: one certificate.
    await db.calibrationSet.updateMany({
      where: { workspaceId: old.workspaceId },
      data: {
        limitTable: [{ limits: { riskLimit: 0.01, confidenceLevel: 0.9 }, result: { state: 'too_often_wrong' } }],
      },
    });
    const trainer = await startApp('trainer', environment);
    const certification = await waitFor(async () => {
      const { certification } = await sound.policy();
      return certification?.state !== 'pending' && certification;
    });
    expect(certification).toMatchObject({ state: 'certified', coverage: 0.85, threshold: 0.5 });
    expect(await sound.rule()).toMatchObject({ certified: 0.5 });
    await waitFor(async () => (await old.due()).length === 0);
    expect((await old.policy()).options.every(({ certification }) => certification.state !== 'pending')).toBe(true);
    // Proved at the stricter 20 % before.
    expect(await damaged.rule()).toMatchObject({ certified: 0.5 });
    expect(await damaged.policy()).toMatchObject({ certification: { state: 'pending', threshold: 0.5 }, options: [] });
    await trainer.stop();
  });
});
