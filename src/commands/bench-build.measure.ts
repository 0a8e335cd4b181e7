import { spawn } from 'node:child_process';
import fs from 'node:fs';

export interface Cost {
  /** Seconds on the wall. */
  wall: number;
  /** Seconds of processor time of the command and all its children; undefined where there is no /proc. */
  cpu: number | undefined;
  /** Most memory resident at once, of the command and all its children, in MB; undefined where there is no /proc. */
  memory: number | undefined;
}

interface Sample {
  parent: number;
  cpu: number;
  memory: number;
}

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
const EVERY_MS = 50;

/** Runs a command to its end and measures it, its children included, by looking at /proc twenty times a second. */
export async function measure(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const cpu = new Map<number, number>();
  let memory = 0;
  const look = () => {
    const family = familyOf(child.pid!);
    for (const [pid, sample] of family) cpu.set(pid, sample.cpu);
    memory = Math.max(
      memory,
      [...family.values()].reduce((sum, s) => sum + s.memory, 0),
    );
  };
  const timer = setInterval(look, EVERY_MS);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-4000)}`);
  const wall = (performance.now() - start) / 1000;
  if (cpu.size === 0) return { wall, cpu: undefined, memory: undefined };
  return { wall, cpu: [...cpu.values()].reduce((a, b) => a + b), memory: memory / 1e6 };
}

/** A process and its descendants as they are now. */
function familyOf(root: number): Map<number, Sample> {
  const all = new Map<number, Sample>();
  for (const name of fs.existsSync('/proc/self/stat') ? fs.readdirSync('/proc') : []) {
    const sample = /^\d+$/.test(name) ? sampleOf(name) : undefined;
    if (sample) all.set(Number(name), sample);
  }
  const belongs = (pid: number): boolean => pid === root || (all.has(pid) && belongs(all.get(pid)!.parent));
  return new Map([...all].filter(([pid]) => belongs(pid)));
}

/** One process by /proc/<pid>/stat; undefined if it has just ended. Fields are counted after the name, which may hold spaces. */
function sampleOf(pid: string): Sample | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      parent: fields[1]!,
      cpu: (fields[11]! + fields[12]!) / TICKS_PER_SECOND,
      memory: fields[21]! * PAGE_BYTES,
    };
  } catch {
    return undefined;
  }
}
