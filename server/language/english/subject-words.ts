/**
 * Skills that are fields of work rather than technologies: before a role they are part of its name ("immigration
 * officer", "HVAC technician"), while a product before it is a skill ("Xero bookkeeper").
 */
import { wordSet } from '../phrases.ts';

const subjects = wordSet(`
  algorithms statistics robotics observability cybersecurity cryptography blockchain microcontrollers electronics welding
  thermodynamics roadmapping prototyping branding typography photography copywriting negotiation merchandising accounting
  budgeting forecasting payroll tax audit controlling treasury compliance underwriting recruiting sourcing onboarding
  coaching nursing phlebotomy triage pediatrics physiotherapy psychotherapy pharmacovigilance bioinformatics radiology
  teaching tutoring translation interpretation editing journalism storytelling fundraising typing logistics procurement
  plumbing carpentry masonry painting roofing hydraulics cooking baking bartending housekeeping tourism cleaning gardening
  agriculture surveying chemistry physics mathematics biology economics leadership communication mentorship virtualization
  localization experimentation simulation privacy crypto custody payments fintech banking trading lending sales
  prospecting partnerships renewals marketing communications editorial podcasting animation illustration strategy
  scheduling presentation writing research analytics reporting reconciliation billing law litigation conveyancing
  immigration training enablement nutrition psychiatry psychology counseling telehealth medicare surgery anesthesia
  dentistry pharmacy genomics machining assembly soldering optics lasers propulsion avionics construction framing
  scaffolding tiling drywall flooring mining automotive aviation maritime railway hairdressing cosmetics sewing butchery
  catering floristry forestry childcare archaeology acting subtitling linguistics sustainability permitting zoning
  scriptwriting diplomacy chargebacks mechatronics personalization securitization sanctions sensors metrology prescribing
  anthropology monetization interviewing inspection estimating leasing photonics epidemiology troubleshooting collections
  editorial lathe
`);
/** Fields of two words that an ordinary spelling does not give away. */
const pairs = new Set(
  `supply chain|help desk|service desk|call centre|call center|order fulfillment|order fulfilment|
    import export|business continuity|health and safety|food safety|human resources|data processing|paid search|
    budget planning|business process outsourcing|foreign exchange|machine operation|data collection|
    event planning|medical records`.split('|'),
);
/** Short forms of fields that name people who work in them. */
const short = wordSet(
  'tefl esl tesol hvac aml kyc ehs hse hse&q cnc gis bim cad fp&a m&a esg l&d f&b r&d pcb qc qms seo ppc pr',
);

/** True when the skill of this name is a field of work ("Quality control"), no technology ("Spring Boot"). */
export function isSubject(name: string, onlyWords = false): boolean {
  const lower = name.toLowerCase();
  return (
    subjects.has(lower) ||
    pairs.has(lower) ||
    (!onlyWords && short.has(lower)) ||
    /^[A-Z][a-z]+(?:[ -][a-z]+)+$/.test(name)
  );
}
