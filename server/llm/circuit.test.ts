import { describe, expect, it } from 'vitest';
import { createCircuit } from './circuit.ts';

const down = { kind: 'down', retryAfterSeconds: null } as const;

function setUp() {
  let time = Date.UTC(2026, 0, 1, 10, 0, 0);
  const circuit = createCircuit(() => new Date(time));
  return { circuit, pass: (seconds: number) => void (time += seconds * 1000) };
}

describe('the circuit of a model server', () => {
  it('forgives a hiccup, then leaves the server alone and says until when', () => {
    const { circuit } = setUp();
    circuit.failed(down);
    circuit.failed(down);
    circuit.enter();
    circuit.failed(down);
    expect(() => circuit.enter()).toThrow(/10:01/);
  });

  it('lets one call try after the rest, and all once it has answered', () => {
    const { circuit, pass } = setUp();
    for (let count = 0; count < 3; count += 1) circuit.failed(down);
    pass(61);
    circuit.enter();
    expect(() => circuit.enter()).toThrow(/left alone/);
    circuit.succeeded();
    circuit.enter();
    circuit.enter();
  });

  it('rests again at once when the try fails', () => {
    const { circuit, pass } = setUp();
    for (let count = 0; count < 3; count += 1) circuit.failed(down);
    pass(61);
    circuit.enter();
    circuit.failed(down);
    expect(() => circuit.enter()).toThrow(/left alone/);
  });

  it('does as the server asks, at its first word', () => {
    const { circuit, pass } = setUp();
    circuit.failed({ kind: 'limit', retryAfterSeconds: 600 });
    pass(599);
    expect(() => circuit.enter()).toThrow(/10:10/);
    pass(2);
    circuit.enter();
  });

  it('a request that made no sense says nothing about the server', () => {
    const { circuit } = setUp();
    for (let count = 0; count < 9; count += 1) circuit.failed({ kind: 'request', retryAfterSeconds: null });
    expect(() => circuit.enter()).not.toThrow();
  });
});
