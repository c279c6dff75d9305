// Loaded into the inference worker and its children: the model process that is at work on one of these texts dies or hangs.
process.on('message', (message) => {
  const text = JSON.stringify(message);
  // The process has said by then which order it has taken.
  setImmediate(() => {
    if (text.includes('crash the model')) process.kill(process.pid, 'SIGKILL');
    if (text.includes('hang the model')) for (;;);
  });
});
