import { eligibility } from './reading/eligibility.ts'
import { productGet } from './reading/get.ts'
import { productKinds } from './reading/kinds.ts'
import { productCount, productList } from './reading/list.ts'
import { productPrices } from './reading/prices.ts'
import { productReview } from './reading/review.ts'
import { suggestedRole } from './reading/suggested-role.ts'

export const productQueries = [
  productList,
  productKinds,
  productCount,
  eligibility,
  productGet,
  productReview,
  productPrices,
  suggestedRole,
]
