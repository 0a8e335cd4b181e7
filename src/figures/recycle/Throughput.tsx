import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Average samples per second over the GCP trace: the larger model from slides 27–30, 350M read off the poster's panels. */
const measured = [
  { model: 'GPT-3 350M\n（读图，约）', recycle: 19.5, oobleck: 18, bamboo: 12 },
  { model: '较大的 GPT-3', recycle: 10.8, oobleck: 9.01, bamboo: 0 },
];

/** ReCycle beside Oobleck and Bamboo under the same failures. */
export default function Throughput() {
  return (
    <Canvas
      id="recycle-throughput"
      height={236}
      label="同一段故障记录下三个系统的平均吞吐：ReCycle 10.8、Oobleck 9.01 个样本每秒（较大的模型）"
    >
      <Bars
        height={236}
        arrangement="grouped"
        label="平均吞吐（样本/秒）"
        keys={[
          { kind: 'accent', label: 'ReCycle' },
          { kind: 'ink', label: 'Oobleck' },
          { kind: 'muted', label: 'Bamboo' },
        ]}
        bars={measured.map(({ model, recycle, oobleck, bamboo }) => ({
          label: model,
          parts: [
            { kind: 'accent', value: recycle },
            { kind: 'ink', value: oobleck },
            { kind: 'muted', value: bamboo },
          ],
        }))}
      />
    </Canvas>
  );
}
