import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Graph, type GraphEdge, type GraphNode } from '#draw/Graph.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, textOf } from '#draw/palette.ts';

const [ENCODER, DECODER] = [150, 476];
const box = { width: 172, height: 36 };
const layer = { x: 40, width: 220, top: 172, bottom: 336 };

const node = (id: string, x: number, y: number, label: string, look: Partial<GraphNode> = {}): GraphNode => ({
  id,
  x,
  y,
  label,
  ...box,
  ...look,
});

const nodes: readonly GraphNode[] = [
  node('source', ENCODER, 424, '源句：小猫没喝牛奶', { tone: 'ghost' }),
  node('source-in', ENCODER, 372, '词嵌入 + 位置编码'),
  node('self', ENCODER, 312, '自注意力（不掩码）', { kind: 'accent' }),
  node('ffn', ENCODER, 204, '前馈网络 FFN'),
  node('memory', ENCODER, 136, '编码器输出'),
  node('target', DECODER, 472, '已生成：The cat did', { tone: 'ghost' }),
  node('target-in', DECODER, 420, '词嵌入 + 位置编码'),
  node('masked', DECODER, 360, '自注意力（因果掩码）', { kind: 'accent' }),
  node('cross', DECODER, 248, '交叉注意力', { kind: 'accent' }),
  node('ffn-decoder', DECODER, 160, '前馈网络 FFN'),
  node('vocabulary', DECODER, 82, '线性层 + softmax'),
  node('next', DECODER, 28, '下一个词：not', { tone: 'ghost' }),
];

const edges: readonly GraphEdge[] = [
  { from: 'source', to: 'source-in' },
  { from: 'source-in', to: 'self' },
  { from: 'self', to: 'ffn' },
  { from: 'ffn', to: 'memory' },
  { from: 'target', to: 'target-in' },
  { from: 'target-in', to: 'masked' },
  { from: 'masked', to: 'cross', kind: 'q', label: '$Q$', weight: 2 },
  { from: 'memory', to: 'cross', kind: 'k', weight: 2, via: 'sides' },
  { from: 'cross', to: 'ffn-decoder' },
  { from: 'ffn-decoder', to: 'vocabulary' },
  { from: 'vocabulary', to: 'next' },
];

/** The paper's model: an encoder and a decoder, three places of attention, and where each takes Q, K and V from. */
export default function EncoderDecoder() {
  return (
    <Canvas id="encoder-decoder" height={500} label="编码器—解码器结构里的三处注意力" minWidth={600}>
      <Layer x={ENCODER} top={176} bottom={340} name="编码器层 × 6" />
      <Layer x={DECODER} top={130} bottom={388} name="解码器层 × 6" />
      <Graph nodes={nodes} edges={edges} />
      <Label x={304} y={160} text="$K$、$V$" colour={textOf('k')} />
      <Label
        x={ENCODER}
        y={474}
        text="每个子层外面都套 $LayerNorm(x+f(x))$"
        size={fontSize.small}
        anchor="middle"
        colour={muted}
      />
    </Canvas>
  );
}

function Layer({ x, top, bottom, name }: { x: number; top: number; bottom: number; name: string }) {
  return (
    <g>
      <Mark
        kind="neutral"
        tone="ghost"
        x={x - layer.width / 2}
        y={top}
        width={layer.width}
        height={bottom - top}
        radius={4}
      />
      <Label
        x={x + layer.width / 2}
        y={top - 12}
        text={name}
        size={fontSize.small}
        anchor="end"
        colour={textOf('accent')}
        halo
      />
    </g>
  );
}
