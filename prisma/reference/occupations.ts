import type { OccupationSeed } from './occupation-seed.ts'
import { agricultureCropsOccupations } from './occupations-agriculture-crops.ts'
import { agricultureLandOccupations } from './occupations-agriculture-land.ts'
import { careOccupations } from './occupations-care.ts'
import { cleaningOccupations } from './occupations-cleaning.ts'
import { constructionFinishingOccupations } from './occupations-construction-finishing.ts'
import { constructionStructureOccupations } from './occupations-construction-structure.ts'
import { healthOccupations } from './occupations-health.ts'
import { hospitalityOccupations } from './occupations-hospitality.ts'
import { industryLinesOccupations } from './occupations-industry-lines.ts'
import { industryWorkshopOccupations } from './occupations-industry-workshop.ts'
import { kitchenOccupations } from './occupations-kitchen.ts'
import { leisureOccupations } from './occupations-leisure.ts'
import { logisticsDrivingOccupations } from './occupations-logistics-driving.ts'
import { logisticsWarehouseOccupations } from './occupations-logistics-warehouse.ts'
import { maintenanceOccupations } from './occupations-maintenance.ts'
import { officeOccupations } from './occupations-office.ts'
import { retailOccupations } from './occupations-retail.ts'
import { securityOccupations } from './occupations-security.ts'
import { socialOccupations } from './occupations-social.ts'

/** Occupations known without any import, the most sought of the Aisne included. Codes, labels, parents and order of near occupations follow ROME 4.0 (v60). */
export const occupations: OccupationSeed[] = [
  ...agricultureCropsOccupations,
  ...agricultureLandOccupations,
  ...kitchenOccupations,
  ...hospitalityOccupations,
  ...leisureOccupations,
  ...retailOccupations,
  ...constructionStructureOccupations,
  ...constructionFinishingOccupations,
  ...industryLinesOccupations,
  ...industryWorkshopOccupations,
  ...maintenanceOccupations,
  ...healthOccupations,
  ...careOccupations,
  ...socialOccupations,
  ...cleaningOccupations,
  ...securityOccupations,
  ...officeOccupations,
  ...logisticsWarehouseOccupations,
  ...logisticsDrivingOccupations,
]

/** The occupations by ROME code. */
export const occupationByCode: ReadonlyMap<string, OccupationSeed> = new Map(
  occupations.map((occupation) => [occupation.romeCode, occupation]),
)
