// Loaded before each app (node --import): when the launcher is gone without a word, the app stops as on Ctrl-C.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
