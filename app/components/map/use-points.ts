import { useEffect, useState } from 'react'
import type { MapPoint } from './map-point.ts'

type Feature = {
  properties: { offerId: string; kind: MapPoint['kind']; title: string }
  geometry: { coordinates: [longitude: number, latitude: number] }
}

/** The points of a GeoJSON address, fetched by the browser; null before they are there, or when they do not come. */
export function usePoints(address: string): { points: MapPoint[] | null; hasFailed: boolean } {
  const [points, setPoints] = useState<MapPoint[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    const read = async () => {
      const answer = await fetch(address, { signal: controller.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const { features } = (await answer.json()) as { features: Feature[] }
      setPoints(
        features.map(({ properties: { offerId, kind, title }, geometry: { coordinates } }) => ({
          id: offerId,
          kind,
          title,
          longitude: coordinates[0],
          latitude: coordinates[1],
        })),
      )
    }
    read().catch(() => {
      if (!controller.signal.aborted) setFailed(true)
    })
    return () => controller.abort()
  }, [address])
  return { points, hasFailed }
}
