import { spawn } from 'node:child_process';
import { Turnstile } from './test.turnstile.ts';

export interface Gate {
  name: string;
  command: string;
  env?: Record<string, string>;
  /** Earlier gates that must pass before this one makes sense. */
  needs?: readonly string[];
  /** What this gate uses alone: two gates with the same lock never run at once. */
  lock?: string;
}

export interface GateResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** Why a gate was skipped. */
  reason?: string;
}

/** Milliseconds. The slowest gate, the browser tests, takes six minutes on two cores. */
const LONGEST_GATE = 25 * 60_000;

interface Options {
  /** Gates at a time. */
  lanes?: number;
  run?: (gate: Gate) => Promise<{ passed: boolean; output: string }>;
  print?: (text: string) => void;
}

/**
 * Runs all gates, a few at a time, each as soon as what it needs has passed and its lock is free. A gate that fails
 * stops only those that need it. Each gate's output is printed in one piece when it has failed. Throws if a gate needs
 * one that does not stand before it.
 */
export async function runGates(
  gates: readonly Gate[],
  { lanes = 2, run = (gate) => runCommand(gate), print = console.log }: Options = {},
): Promise<GateResult[]> {
  const turnstile = new Turnstile(lanes);
  const started = new Map<string, Promise<GateResult>>();

  const pass = async ({ name, lock, ...gate }: Gate, needs: readonly Promise<GateResult>[]): Promise<GateResult> => {
    const lost = (await Promise.all(needs)).find((need) => need.outcome !== 'passed');
    if (lost) return { name, outcome: 'skipped', seconds: 0, reason: `needs ${lost.name}` };
    const leave = await turnstile.enter(lock);
    const begun = performance.now();
    const { passed, output } = await run({ name, ...gate });
    const seconds = (performance.now() - begun) / 1000;
    leave();
    print(
      passed ? `✓ ${name} (${seconds.toFixed(1)} s)` : `✗ ${name} (${seconds.toFixed(1)} s)\n\n${output.trimEnd()}\n`,
    );
    return { name, outcome: passed ? 'passed' : 'failed', seconds };
  };

  for (const gate of gates) {
    const needs = (gate.needs ?? []).map((name) => started.get(name) ?? unordered(gate, name));
    started.set(gate.name, pass(gate, needs));
  }
  return Promise.all(started.values());
}

function unordered(gate: Gate, need: string): never {
  throw new Error(`The gate “${gate.name}” needs “${need}”, which does not stand before it.`);
}

/** Runs a gate's command in a shell, from the project's root. A command that hangs has failed after `limit` milliseconds. */
export function runCommand({ command, env }: Gate, limit = LONGEST_GATE): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // What the command started may outlive it and hold its output open: nothing is waited for.
      resolve({ passed: false, output: `${output}\nHas not ended after ${limit / 1000} s and was stopped.` });
    }, limit);
    child.stdout.on('data', (chunk: Buffer) => (output += chunk));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk));
    const end = (passed: boolean, message = '') => {
      clearTimeout(timer);
      resolve({ passed, output: output + message });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (status) => end(status === 0));
  });
}
