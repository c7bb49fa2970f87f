/** Words that say nothing about who somebody is: ranks, titles, and what sentences are made of. */
import { wordSet } from "./words.js";

/** Ranks and titles as people write them; "det con" and "detective constable" fall away alike. */
export const RANKS = wordSet(`
  pc wpc dc wdc ps wps ds wds pi di dci supt dsupt det sup cs dcs acc dcc cc con cons const insp
  sgt sarge sergeant constable detective inspector chief superintendent commander commissioner
  assistant deputy special pcso cso officer police policeman policewoman copper cop custody trainee
  probationer temporary temp acting a t mr mrs ms miss mx dr sir madam retired ex former cid
  heddwas cwnstabl rhingyll arolygydd`);

/** Numbers after these words are somebody's number, however short. */
export const NUMBER_WORDS = wordSet("number no num nr collar shoulder warrant badge id epaulette epaulettes");

/** After these words a number is a time, not a person. */
export const TIME_WORDS = wordSet(
  "in since from until till to around about year spring summer autumn winter before after aged age january february march april may june july august september october november december",
);

/** What sentences are made of, and what is said about names. */
export const FILLERS = wordSet(`
  do did does the a an and or but of on at in to by for from with without before after then that this those i me
  my we he she they him her his hers their them it its was were is are be been had has have said says
  say called name named names first last second middle surname family think thought maybe perhaps
  probably possibly unsure sure not no know known dont didnt cant cannot remember only just also
  something someone somebody like sounded sounds spelled spelt spelling letter letters began begins
  beginning starts started ended ends nickname aka alias number collar shoulder badge warrant id
  epaulette man woman male female person guy lady team unit squad response neighbourhood based worked
  works working there who which as so very one two more than used always called himself herself told
  introduced himself wore wrote saw heard people station force met`);

export const FIRST_NAME = wordSet("first given christian forename");
export const SURNAME = wordSet("last surname family second");

export const STREET = wordSet("street st road rd lane ln avenue ave station nick hq headquarters office house");

/** Words of a place that do not tell one from another. */
export const PLACE_FILLERS = wordSet(`
  ${[...STREET].join(" ")} police the at in of on and near cid first second third fourth ground floor
  team unit response department dept central custody suite building local main desk`);

export const LOOK_FILLERS = wordSet(`
  ${[...FILLERS].join(" ")} about around over under years year old tall short medium height build slim thin
  large big small hair haired brown black blond blonde dark light fair grey gray white eyes eyed blue
  green glasses wearing uniform his face looked looking average young older mid early late thirties
  forties fifties twenties always smelled smelt a bit quite kind sort`);

export const VEHICLE_FILLERS = wordSet(`
  ${[...FILLERS].join(" ")} car van vehicle motor plate plates registration reg drove driving police marked
  unmarked own private work dark light big small old new`);

/** Surnames so common that two of them say little. */
export const COMMON_SURNAMES = wordSet(`
  smith jones taylor brown williams wilson johnson davies davis patel robinson wright thompson evans
  walker white roberts green hall wood jackson clarke clark khan ahmed ali hussain singh kaur lewis
  harris hughes edwards turner hill moore scott cooper morris ward king baker martin morgan lee allen
  james young mitchell anderson phillips campbell stewart murphy kelly`);
