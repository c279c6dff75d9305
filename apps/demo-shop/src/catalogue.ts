export type Category = 'home' | 'clothing';

export interface Product {
  slug: string;
  name: string;
  category: Category;
  pricePence: number;
  /** One line under the name. */
  summary: string;
  description: string;
  colours: string[];
  sizes: string[];
  /** Measurements and how it fits. */
  fit: string;
  care: string;
  stock: 'in' | 'low' | 'out';
  /** What the picture shows, for those who cannot see it. */
  alt: string;
}

const clothingSizes = ['8', '10', '12', '14', '16', '18'];

/** Pictures are public/art/{slug}.svg. */
export const catalogue: Product[] = [
  {
    slug: 'merino-jumper',
    name: 'Merino jumper',
    category: 'clothing',
    pricePence: 8900,
    summary: 'Fine-ribbed, warm without weight',
    description:
      'Knitted from mulesing-free merino with a ribbed front and a neck that stays in shape. Light enough for under a jacket, warm enough for a walk to the shop.',
    colours: ['Forest', 'Navy', 'Oat'],
    sizes: clothingSizes,
    fit: 'True to size with a regular fit. Between two sizes, take the larger one. Size 12 is 98 cm around the chest and 62 cm from shoulder to hem.',
    care: '100 % merino wool. Wool cycle at 30 °C or by hand, dry flat, never in the dryer. A wool comb removes bobbles.',
    stock: 'in',
    alt: 'A dark green ribbed jumper with a round neck',
  },
  {
    slug: 'linen-shirt',
    name: 'Linen shirt',
    category: 'clothing',
    pricePence: 6500,
    summary: 'Washed linen that is soft from the first day',
    description:
      'European linen, washed before it is sewn, with corozo buttons and one breast pocket. It creases, and that is the point.',
    colours: ['Chalk', 'Sky', 'Clay'],
    sizes: clothingSizes,
    fit: 'Relaxed. Sleeves are 61 cm in size 12; the model is 175 cm tall and wears a 10.',
    care: '100 % linen. Machine wash at 40 °C, line dry, iron damp if you must.',
    stock: 'in',
    alt: 'A cream linen shirt with wooden buttons',
  },
  {
    slug: 'waxed-jacket',
    name: 'Waxed jacket',
    category: 'clothing',
    pricePence: 19500,
    summary: 'For weather that cannot make up its mind',
    description:
      'Waxed cotton with a corduroy collar, two deep pockets that keep dog biscuits dry, and a lining you can stand to look at.',
    colours: ['Olive'],
    sizes: clothingSizes,
    fit: 'Cut to go over a thick jumper, so stay with your usual size. The back is 74 cm long in size 12.',
    care: 'Waxed cotton. Sponge with cold water, never machine-wash, and re-wax once a year with the tin that comes with it.',
    stock: 'low',
    alt: 'An olive waxed jacket with a brown collar and large pockets',
  },
  {
    slug: 'corduroy-trousers',
    name: 'Corduroy trousers',
    category: 'clothing',
    pricePence: 7500,
    summary: 'Wide-wale cord, straight leg',
    description:
      'Eight-wale cotton cord that softens with every wash. A straight leg, real pockets and a spare button.',
    colours: ['Rust', 'Moss', 'Ink'],
    sizes: clothingSizes,
    fit: 'Between two sizes, take the smaller one: cord gives. Inside leg 78 cm (regular) or 84 cm (long).',
    care: '98 % cotton, 2 % elastane. Wash inside out at 40 °C; do not tumble dry.',
    stock: 'in',
    alt: 'Rust-coloured corduroy trousers with turn-ups',
  },
  {
    slug: 'wellington-boots',
    name: 'Wellington boots',
    category: 'clothing',
    pricePence: 7900,
    summary: 'Natural rubber, cotton lining',
    description:
      'Hand-laid natural rubber over a cotton lining, with a sole that grips wet grass. They come with a bag for the car.',
    colours: ['Forest', 'Navy'],
    sizes: ['3', '4', '5', '6', '7', '8', '9'],
    fit: 'Whole sizes only: go up from a half. The calf measures 39 cm in size 6.',
    care: 'Rinse and dry away from radiators. A white bloom is natural; a drop of silicone oil brings back the shine.',
    stock: 'in',
    alt: 'A pair of green wellington boots with a cream band',
  },
  {
    slug: 'cotton-pyjamas',
    name: 'Cotton pyjamas',
    category: 'clothing',
    pricePence: 4800,
    summary: 'Striped poplin, for adults and children',
    description: 'A collared top and long trousers in yarn-dyed cotton poplin, so the stripes stay where they are.',
    colours: ['Blue stripe'],
    sizes: ['7-8 years', '9-10 years', 'S', 'M', 'L', 'XL'],
    fit: 'Generous. Women and men take the same sizes; the waist has a cord and stretches from 72 to 96 cm in M.',
    care: '100 % cotton. Machine wash at 40 °C, tumble dry low.',
    stock: 'in',
    alt: 'Blue and white striped pyjamas, top and trousers',
  },
  {
    slug: 'wool-throw',
    name: 'Wool throw',
    category: 'home',
    pricePence: 7200,
    summary: 'Checked lambswool with a fringed end',
    description:
      'Woven in one piece from lambswool, brushed on one side. Over the sofa by day, over your knees by night.',
    colours: ['Ochre', 'Rust', 'Green'],
    sizes: ['130 × 180 cm'],
    fit: '130 × 180 cm with an 8 cm fringe. It covers a double bed from the edge to the pillows.',
    care: '100 % lambswool. By hand or on a wool cycle at 30 °C, dry flat, never in the dryer. It sheds a little in the first weeks.',
    stock: 'in',
    alt: 'A folded ochre checked throw with a fringe',
  },
  {
    slug: 'linen-duvet-set',
    name: 'Linen duvet set',
    category: 'home',
    pricePence: 16500,
    summary: 'A cover and pillowcases in washed linen',
    description:
      'A duvet cover and matching pillowcases in heavy washed linen that is cool in July and warm in January.',
    colours: ['Clay', 'Chalk'],
    sizes: ['Single', 'Double', 'King', 'Super king'],
    fit: 'Single 135 × 200 cm, double 200 × 200 cm, king 230 × 220 cm, super king 260 × 220 cm. Pillowcases are 50 × 75 cm, in pairs.',
    care: '100 % linen. Machine wash at 40 °C before the first night; it softens each time. Shrinks less than 3 %.',
    stock: 'low',
    alt: 'A bed with clay-coloured linen and a folded cream cover',
  },
  {
    slug: 'bath-towels',
    name: 'Bath towels',
    category: 'home',
    pricePence: 2400,
    summary: 'Heavy organic cotton, sold singly',
    description: 'Long-staple organic cotton at 600 g/m². They drink water from the third wash on, and for years.',
    colours: ['Sage', 'Stone', 'Oat'],
    sizes: ['Hand', 'Bath', 'Sheet'],
    fit: 'Hand 50 × 90 cm, bath 70 × 130 cm, sheet 100 × 150 cm.',
    care: '100 % organic cotton. Wash at 40 to 60 °C without softener. Fluff in the first three washes is normal.',
    stock: 'in',
    alt: 'Three folded towels in stone, oat and sage with a sprig on top',
  },
  {
    slug: 'stoneware-mug',
    name: 'Stoneware mug',
    category: 'home',
    pricePence: 1400,
    summary: 'Half-dipped, holds a proper amount of tea',
    description:
      'Thrown in stoneware and dipped by hand, so no two waves of glaze are the same. 400 ml, with room for two fingers.',
    colours: ['Sea', 'Oat'],
    sizes: ['400 ml'],
    fit: '9 cm wide, 10 cm high, 400 ml.',
    care: 'Lead-free glaze. Dishwasher and microwave safe.',
    stock: 'in',
    alt: 'A blue and sand-coloured stoneware mug with steam rising',
  },
  {
    slug: 'enamel-pie-dish',
    name: 'Enamel pie dish',
    category: 'home',
    pricePence: 1800,
    summary: 'Steel under white enamel, blue rim',
    description:
      'For pies, crumbles and Sunday roasts. From the oven straight to the table, and from there to the dishwasher.',
    colours: ['White and blue'],
    sizes: ['26 cm'],
    fit: '26 cm across the rim, 6 cm deep, 1.4 litres.',
    care: 'Oven to 270 °C and any hob, induction too. Use wooden spoons; knocks can chip enamel. Not for the microwave.',
    stock: 'in',
    alt: 'A white enamel dish with a blue rim and a lattice pie',
  },
  {
    slug: 'cast-iron-skillet',
    name: 'Cast-iron skillet',
    category: 'home',
    pricePence: 4200,
    summary: 'Seasoned, guaranteed for ten years',
    description:
      'Cast in one piece, seasoned with flax oil and ready for the first egg. Treat it well and your children will argue about it.',
    colours: ['Black'],
    sizes: ['20 cm', '26 cm'],
    fit: 'Measured across the top: 20 or 26 cm. The large one weighs 2.6 kg.',
    care: 'Rinse with hot water, dry at once, wipe with a drop of oil. Not for the dishwasher. Rust comes off with salt and oil; then season again.',
    stock: 'in',
    alt: 'A black skillet with a fried egg, seen from above',
  },
  {
    slug: 'oak-side-table',
    name: 'Oak side table',
    category: 'home',
    pricePence: 22000,
    summary: 'Solid FSC oak, oiled by hand',
    description:
      'A round top on four tapered legs, with a rail to hang the paper on. Put together in ten minutes with one key.',
    colours: ['Oak'],
    sizes: ['50 cm'],
    fit: '50 cm wide, 55 cm high, 7.5 kg.',
    care: 'FSC-certified oak. Wipe with a damp cloth and oil it twice a year. Water rings go with fine sandpaper and oil.',
    stock: 'low',
    alt: 'A round oak side table with two books and a small vase',
  },
  {
    slug: 'table-lamp',
    name: 'Table lamp',
    category: 'home',
    pricePence: 9500,
    summary: 'Brushed brass, linen shade, dimmer',
    description:
      'A solid brass stem under a linen shade that turns any bulb into evening. With a dimmer on the cord, and the bulb.',
    colours: ['Brass'],
    sizes: ['52 cm'],
    fit: '52 cm high, shade 30 cm across, cord 180 cm.',
    care: 'E27, at most 8 W LED; a dimmable 5 W bulb is in the box. Dust with a dry cloth; brass darkens with age.',
    stock: 'in',
    alt: 'A brass table lamp that glows in a dark room',
  },
  {
    slug: 'jute-rug',
    name: 'Jute rug',
    category: 'home',
    pricePence: 13500,
    summary: 'Braided by hand, with one green ring',
    description:
      'Natural jute, braided and sewn in an oval. It smells of hay for a week and looks at home in any room.',
    colours: ['Natural'],
    sizes: ['120 × 170 cm', '160 × 230 cm'],
    fit: '120 × 170 or 160 × 230 cm, 1 cm thick. Use a non-slip mat under it.',
    care: 'Vacuum without the brush. Blot spills at once with a dry cloth, then a little soda water; never soak it.',
    stock: 'in',
    alt: 'An oval braided jute rug with a green ring',
  },
  {
    slug: 'fig-candle',
    name: 'Fig candle',
    category: 'home',
    pricePence: 2600,
    summary: 'Rapeseed wax in a jar worth keeping',
    description: 'Fig leaf, cedar and a little black pepper in British rapeseed wax. Burns for 45 hours.',
    colours: ['Fig'],
    sizes: ['220 g'],
    fit: '8 cm wide, 9 cm high, 220 g.',
    care: 'Trim the wick to 5 mm, burn until the whole surface has melted, and never for more than four hours.',
    stock: 'out',
    alt: 'A lit candle in a jar with a fig on its label',
  },
];

export const productBySlug = new Map(catalogue.map((product) => [product.slug, product]));
