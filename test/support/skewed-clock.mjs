// Loaded before an app (NODE_OPTIONS=--import): its clock is wrong by CLOCK_SKEW_MS, timers and performance.now() are not.
const skew = Number(process.env.CLOCK_SKEW_MS);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + skew);
    else super(...args);
  }

  static now() {
    return RealDate.now() + skew;
  }
};
