import { readJobTexts } from './job-text.ts'

export const buildAndMakeTexts = readJobTexts(`
F1704
Manœuvre sur chantier
Vous approvisionnez les maçons, vous préparez le mortier, vous démolissez, vous chargez les gravats et vous gardez le chantier propre et sûr.
Une bonne forme physique. Nous fournissons les équipements et nous apprenons le métier.

F1703
Maçon ou maçonne
Vous montez des murs en parpaings et en briques, vous coulez des dalles et vous posez des linteaux. Chantiers à moins de quarante minutes, départ du dépôt.
Savoir lire un plan simple.

F1702
Ouvrier ou ouvrière de la voirie
Vous posez bordures et pavés, vous tirez l’enrobé au râteau, vous balisez le chantier et vous guidez les engins.
Accepter de travailler dehors, parfois de nuit.

F1302
Conducteur ou conductrice d’engins de chantier
Vous terrassez, vous chargez les camions et vous nivelez avec une pelle de 14 tonnes ou une mini-pelle. Vous faites l’entretien courant.
Un CACES R482 à jour.

F1606
Peintre en bâtiment
Vous protégez, vous préparez les murs, vous enduisez, vous peignez et vous posez du papier peint, chez des particuliers et dans des écoles.
Être soigneux. Une première expérience est utile.

F1604
Plaquiste
Vous posez rails et plaques, vous isolez, vous faites les bandes. Les chantiers sont neufs ou en rénovation.
Savoir mesurer et travailler à deux.

F1619
Couvreur ou couvreuse
Vous posez ardoises et tuiles, vous réparez une fuite, vous remplacez gouttières et zinc. Les échafaudages sont montés par une équipe à part.
Ne pas avoir le vertige. Nous formons les débutants motivés.

F1602
Électricien ou électricienne
Vous passez les gaines, vous tirez les câbles, vous raccordez le tableau et vous posez l’appareillage, en neuf comme en rénovation.
Une habilitation électrique, ou la passer avec nous.

F1603
Plombier ou plombière
Vous installez salles de bain et réseaux d’eau, vous cherchez les fuites et vous dépannez. Un véhicule équipé est fourni après trois mois.
Savoir souder le cuivre et parler aux clients.

I1308
Chauffagiste
Vous entretenez et dépannez chaudières et pompes à chaleur, vous expliquez les réglages au client.
Le permis B et des bases en électricité.

H3302
Agent ou agente de conditionnement
Vous alimentez la ligne, vous mettez les produits en cartons, vous contrôlez l’étiquette et vous montez la palette. Vous changez de poste toutes les deux heures.
Tenir un rythme régulier debout. Formation d’une journée.

H2105
Agent ou agente de production alimentaire
Vous pesez, vous dosez, vous surveillez la cuisson et vous nettoyez la ligne. L’hygiène est la règle : tenue, gants et lavage des mains.
Accepter le froid ou la chaleur selon l’atelier.

H2102
Conducteur ou conductrice de ligne
Vous lancez la ligne, vous réglez, vous suivez les écrans, vous faites les petits dépannages et vous notez la production.
Une expérience en usine et l’envie d’apprendre la machine.

H2909
Monteur ou monteuse en usine
Vous assemblez des pièces d’après un plan illustré, vous vissez, vous contrôlez et vous emballez. Chaque poste est assis-debout.
Être adroit et régulier.

H2913
Soudeur ou soudeuse
Vous soudez des ensembles en acier au semi-automatique, d’après plan, et vous meulez. Un test de trente minutes se fait à l’embauche.
Une pratique du MIG-MAG. Les licences sont payées par l’entreprise.

H2902
Chaudronnier ou chaudronnière
Vous tracez, vous découpez, vous formez et vous assemblez des cuves et des carters. Les pièces sont uniques ou en petite série.
Savoir lire un plan. Un tuteur vous suit pendant six mois.

H2903
Tourneur-fraiseur ou tourneuse-fraiseuse
Vous réglez un tour ou une fraiseuse à commande numérique, vous usinez de petites séries et vous contrôlez au centième.
Des bases en usinage, même anciennes.

H2101
Ouvrier ou ouvrière d’abattoir
Vous travaillez au poste que nous vous apprenons : découpe simple, parage, emballage. Les couteaux, le gant de maille et la tenue sont fournis.
Accepter le froid et les horaires du matin.

H2801
Agent ou agente de verrerie
Vous surveillez la sortie du four, vous contrôlez les flacons et vous changez les moules avec un collègue.
Accepter la chaleur et le travail en équipe.

I1203
Agent ou agente d’entretien du bâtiment
Vous faites les petites réparations : serrures, fuites, prises, peinture, meubles. Vous entretenez aussi les abords.
Être bricoleur et autonome. Permis B.

I1304
Technicien ou technicienne de maintenance
Vous réparez les machines, vous remplacez les pièces avant la panne et vous améliorez les lignes avec les équipes.
Des bases en mécanique et en électricité.

I1604
Mécanicien ou mécanicienne auto
Vous faites les révisions, les freins, les pneus et les diagnostics à la valise. Garage de cinq personnes, bonne ambiance.
Un CAP ou deux ans de pratique.

I1606
Carrossier-peintre ou carrossière-peintre
Vous redressez, vous poncez, vous préparez la teinte et vous peignez en cabine.
Le sens des couleurs et du travail fini.
`)
