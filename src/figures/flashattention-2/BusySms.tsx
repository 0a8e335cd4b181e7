import { Canvas } from '#draw/Canvas.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { byHead, byRows, lengths, sms } from './setting.ts';

const series: Series[] = [
  { label: '按行块分', kind: 'accent', points: lengths.map((N) => [N, 100 * byRows(N, 128)]) },
  { label: '按 head 分，d = 64', kind: 'ink', points: lengths.map((N) => [N, 100 * byHead(N, 64)]) },
  { label: '按 head 分，d = 128', kind: 'muted', points: lengths.map((N) => [N, 100 * byHead(N, 128)]) },
];

/** How busy 108 SMs are as sequences grow and the number of tokens stays, for both divisions. */
export default function BusySms() {
  return (
    <Canvas id="busy-sms" height={300} label={`${sms} 个 SM 的忙碌比例随序列长度的变化`}>
      <Lines
        height={300}
        series={series}
        xAxis={{ scale: 'log', label: '序列长度 N（总共 16k 个 token）', ticks: [...lengths] }}
        yAxis={{ label: '忙碌的 SM 时间（%）', domain: [0, 100] }}
      />
    </Canvas>
  );
}
