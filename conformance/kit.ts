#!/usr/bin/env node
console.error('not ready');
process.exitCode = 2;
