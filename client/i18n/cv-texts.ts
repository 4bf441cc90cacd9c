/** Texts of CV, score and fit. */
import type { Fit, Rating, Score } from '../../server/protocol/index.ts';

type Requirement = Fit['requirements'][number];

export interface CvTexts {
  cv: {
    title: string;
    none: string;
    choose: string;
    paste: string;
    pasteSend: string;
    which: string;
    inUse: string;
    hidden: string;
    lookedAt: string;
    headline: string;
    city: string;
    country: string;
    seniority: string;
    skills: string;
    addSkill: string;
    add: string;
    languages: string;
    experience: string;
    present: string;
    noDates: string;
    education: string;
    wishes: string;
    wishesNote: string;
    payFrom: string;
    leave: (what: string) => string;
    saysHere: string;
    original: string;
    reset: string;
    delete: string;
    deleteAsk: (name: string) => string;
    failed: string;
    nothing: string;
  };
  score: string;
  band: Record<'strong' | 'good' | 'fair' | 'weak', string>;
  fit: {
    why: (score: number) => string;
    estimate: string;
    part: Record<Fit['parts'][number]['part'], string>;
    partsCaption: string;
    partHead: string;
    valueHead: string;
    weightHead: string;
    weight: (percent: number) => string;
    notKnown: string;
    gain: (what: string, score: number) => string;
    addToCv: string;
    requirements: string;
    verdict: Record<Requirement['verdict'], string>;
    requirementHead: string;
    postingHead: string;
    cvHead: string;
    nothingFound: string;
    showInCv: string;
    kind: Record<Requirement['kind'], string>;
    should: string;
    years: (count: string) => string;
    degree: Record<string, string>;
    stop: Partial<Record<Score['stops'][number], string>>;
    confidence: Record<'high' | 'medium' | 'low', string>;
    project: (skill: string, budget: string, complexity: string) => string;
    recommendation: Record<NonNullable<Fit['marketplace']>['recommendation'], string>;
  };
  leaning: {
    title: (points: string) => string;
    drop: (trait: string) => string;
    onCard: (points: string, traits: string) => string;
    setting: string;
    note: string;
    again: (count: number) => string;
  };
  filling: {
    closed: (host: string) => string;
    allow: string;
    open: (host: string) => string;
    begin: string;
    cost: (model: string, tokens: string) => string;
    notice: (host: string) => string;
    agree: string;
    run: string;
    busy: (model: string) => string;
    added: (model: string, words: string) => string;
  };
  rating: {
    toggle: string;
    cost: (model: string, postings: string, calls: number, tokens: string) => string;
    allKnown: string;
    notice: (host: string) => string;
    begin: string;
    agree: string;
    again: string;
    withdraw: string;
    busy: (model: string) => string;
    which: string;
    byRules: (value: number) => string;
    byModel: (model: string, value: number) => string;
    onCard: (value: number) => string;
    refused: Record<Rating['refused'][number], string>;
  };
}
