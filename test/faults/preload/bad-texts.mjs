// Loaded into the inference worker and its children: the process that is given one of these texts dies or hangs of it.
process.on('message', (message) => {
  const text = JSON.stringify(message);
  if (text.includes('crash the model')) process.kill(process.pid, 'SIGKILL');
  if (text.includes('hang the model')) for (;;);
});
