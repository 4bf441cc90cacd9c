/** English names of fields of work, benefits, shifts and areas: what ranks by meaning. */
import { createPhraseTable, listed } from '../phrases.ts';
import { areaNames } from './areas.ts';

/** Fields of work and wishes that rank by meaning (`query`); the value is how `query` writes them. */
export const fields = createPhraseTable<string>(
  listed(`us market|american market|european market|international market|
    offshore|onshore|wheelchair accessible|wheelchair access|disability friendly|lgbt friendly|lgbtq friendly|
    unlimited pto|unlimited holiday|paid holiday|work life balance|pet friendly|dog friendly|
    dog friendly office|family friendly|parental leave|maternity leave|sick pay|bonus scheme|performance bonus|
    signing bonus|gym membership|free lunch|canteen|company housing|profit sharing|401k|health cover|
    dental cover|private medical|learning budget|training budget|sabbatical|compressed hours|nine day fortnight|
    annual leave|paid training|on the job training|paid overtime|tips|saturday job|health tech|med tech|
    clean tech|prop tech|ad tech|agri tech|food tech|legal tech|insurance tech|family business|family firm|
    small family firm|family owned|family run|small business|small team|large team|saturday jobs|sunday job|
    weekend job|weekend jobs|maternity cover|paternity cover|job share|digital nomad|digital nomads|
    digital nomad friendly|tech|room|a room|own room|free meals|meals|room and board|board and lodging|
    corporate law|criminal law|family law|labour law|tax law|emergency room|intensive care|
    accident and emergency|operating theatre|maternity ward|outdoors|outdoor|outdoor work|outside work|hands on|
    tourism|agriculture|railways|cosmetics|pharmacy|childcare|electronics|aviation|forestry|shipping|mining|
    freight|horticulture|fisheries|animal welfare|flowers|children|cars|police|justice|publishing industry|
    hydrogen|plant engineering|pension|company bike|optics|robotics|urban planning|surveying|newspaper delivery|
    gas station|gas stations|tax office|tax firm|social services|social sector|electromobility|weddings|
    beauty industry|drones|footwear|shoes|food delivery|seniors|pensions|restaurant business|hotel business|
    wholesale|chemical industry|automotive industry|forestry sector|art|arts|large companies|
    international company|investment banking|private equity|venture capital|asset management|wealth management|
    distributed systems|secondary school|high school|elementary school|primary school|nursery school|
    boarding school|special education|term time|term time only|night club|food production|food processing|
    food service|fine dining|youth welfare|youth work|social housing|mental health|public health|elderly care|
    home care|aged care|palliative care|animal welfare|wildlife|marine conservation|conservation|
    environmental protection|waste management|recycling|water treatment|oil and gas|mining|nuclear energy|
    electric vehicles|semiconductors|medical devices|life sciences|clinical trials|interior design|
    event industry|trade shows|luxury goods|jewellery|cosmetics|beauty|wellness|fitness|yoga|gastronomy|brewing|
    wine|cheese|chocolate|coffee|theatre|museum|museums|libraries|archives|podcasts|radio|television|
    photography|fashion retail|furniture|textiles|printing|packaging|steel industry|shipbuilding|railway|
    rail industry|airport|airports|cruise ships|cruise ship|logistics sector|warehouse work|last mile|
    postal services|prison|police|fire service|armed forces|embassy|politics|think tank|development aid|
    human rights|refugees|apprenticeship|apprenticeships|vocational training|outside ir35|inside ir35|paid ones|
    only paid|paid only|lead generation|sales lead generation|evening shift|evening shifts|evenings|afternoons|
    late shift|mornings|nursery|preschool|law firm|university hospital|hr|morning shift|warehouse|hotel|
    hospital|hospitals|clinic|restaurant|restaurants|kitchen|factory|school|schools|shop|shops|nights|
    night work|games|weekends|weekend|weekend work|fintech|healthcare|health care|logistics|renewable energy|
    renewables|clean energy|solar|wind energy|climate tech|climate|education|edtech|e commerce|ecommerce|retail|
    banking|insurance|finance|automotive|aerospace|aviation|gaming|robotics|biotech|pharma|pharmaceuticals|
    hospitality|tourism|travel tech|construction|agriculture|food industry|fashion|media|journalism|marketing|
    advertising|sales|human resources|legal|law|real estate|telecommunications|telecom|manufacturing|
    developer tools|open source|cybersecurity|ai safety|non profit|nonprofit|ngo|charity|public sector|
    government|council|startups|saas|hardware|energy|sustainability|music|sports|film|animation|publishing|
    translation|housing|accommodation|relocation|relocation support|relocation package|relocation help|
    childcare|stock options|equity|company car|health insurance|flexible hours|four day week|4 day week|
    4 day work week|night shift|night shifts|early shift|day shift|warehousing|bookkeeping|copywriting|
    proofreading|accounting|welding|data|medtech|deep tech|space|machine learning research|supermarket|hotels|
    restaurants|farming|cooking|cleaning|teaching|nursing|gardening|design|medicine|science|research|animals|
    shipping|transport|security|crypto|web3|blockchain|defense|cloud`)
    .map((phrase) => [phrase, phrase] as const)
    .concat(areaNames),
);
