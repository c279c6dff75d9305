import type { TopicWords } from '../topic-words.js';
import { abuse } from './abuse.js';
import { childSafety } from './child-safety.js';
import { electricShock } from './electric-shock.js';
import { fire } from './fire.js';
import { fraud } from './fraud.js';
import { injury } from './injury.js';
import { legal } from './legal.js';
import { ordinary } from './ordinary.js';
import { personalData } from './personal-data.js';
import { poisoning } from './poisoning.js';
import { press } from './press.js';
import { selfHarm } from './self-harm.js';
import { threat } from './threat.js';

export const english: TopicWords = {
  sets: {
    child:
      'baby|babys|babies|child|childs|children|kid|kids|toddler|toddlers|infant|newborn|son|sons|daughter|daughters|grandson|granddaughter|grandchild|niece|nephew|boy|boys|girl|girls',
    person:
      'i|me|he|him|she|her|we|us|they|someone|somebody|husband|wife|partner|mum|mom|mother|dad|father|friend|sister|brother|grandmother|grandma|nan|neighbour|guest|customer|colleague',
    body: 'arm|arms|hand|hands|finger|fingers|thumb|thumbs|foot|feet|toe|toes|leg|legs|knee|ankle|wrist|elbow|shoulder|neck|head|face|eye|eyes|eyelid|nose|lip|lips|mouth|tongue|ear|cheek|chin|throat|chest|hip|shin|tooth|teeth|jaw|skin|scalp|forehead|nail|collarbone|tailbone|lap|palm|back|hair',
    whose: 'my|his|her|their|our|husbands|wifes|sons|daughters|mums|moms|babys|childs',
    hurt: 'hurt|injured|burned|burnt|scalded|wounded|bruised|bleeding|concussed|electrocuted|crushed',
    device:
      'plug|plugs|socket|cable|cord|charger|adapter|adaptor|lead|wire|wires|battery|batteries|powerbank|fuse|casing|plastic|lamp|heater|kettle|toaster|motor|oven|dryer|iron|lights|microwave|fryer|tv|laptop|fan|transformer|fridge|vacuum|hoover|scooter|blanket|strip',
    animal: 'dog|cat|puppy|kitten|rabbit|hamster|parrot|bird|horse|pet|cats|dogs|pets|pigs',
    swallowed: 'ate|eaten|eats|eat|drank|drunk|drinks|drink|licked|chewed|sucked|inhaled|taken|bit',
    harmful:
      'bleach|descaler|cleaner|detergent|antifreeze|paint|fluid|polish|glue|pod|pods|silica|gel|bait|poison|weedkiller|chemical|chemicals|remover|disinfectant|battery|thinner|soap|perfume|candle|sachet|crayon|slime|oil|tablet',
  },
  ordinary,
  topics: {
    injury,
    poisoning,
    fire,
    electric_shock: electricShock,
    child_safety: childSafety,
    self_harm: selfHarm,
    threat,
    legal,
    press,
    fraud,
    personal_data: personalData,
    abuse,
  },
};
