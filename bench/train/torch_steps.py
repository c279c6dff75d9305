"""The steps of bench/train in PyTorch: the same encoder, losses, clip, AdamW and weight average. Each line of input is a request in JSON."""

import json
import math
import os
import sys
import time

import torch
import torch.nn.functional as F

# The first line says which BLAS computes the products, before any work begins.
blas = []
if os.path.exists("/proc/self/maps"):
    with open("/proc/self/maps") as maps:
        blas = sorted({os.path.realpath(line.split()[-1]) for line in maps if "blas" in line or "mkl_" in line})
print(json.dumps({"torch": torch.__version__, "config": torch.__config__.show(), "blas": blas}), flush=True)

folder = sys.argv[1]
with open(f"{folder}/workload.json") as file:
    work = json.load(file)
width, heads, names = work["width"], work["heads"], work["names"]
adam = work["adam"]


def load():
    flat = torch.frombuffer(bytearray(open(f"{folder}/weights.bin", "rb").read()), dtype=torch.float32)
    weights, start = {}, 0
    for tensor in work["tensors"]:
        size = math.prod(tensor["shape"])
        weights[tensor["name"]] = flat[start : start + size].reshape(tensor["shape"]).clone()
        start += size
    return weights


class Run:
    def __init__(self, dropout):
        self.dropout = dropout
        self.w = load()
        self.trained = [t for t in work["tensors"] if t["learningRate"] > 0]
        groups = {}
        for t in self.trained:
            self.w[t["name"]].requires_grad_(True)
            groups.setdefault((t["learningRate"], t["decay"]), []).append(self.w[t["name"]])
        self.optimiser = torch.optim.AdamW(
            [
                {"params": params, "lr": peak, "peak": peak, "weight_decay": adam["weightDecay"] if decay else 0.0}
                for (peak, decay), params in groups.items()
            ],
            betas=(adam["beta1"], adam["beta2"]),
            eps=adam["epsilon"],
            fused=True,
        )
        self.params = [self.w[t["name"]] for t in self.trained]
        self.average = [p.detach().clone() for p in self.params]
        self.taken = 0

    def drop(self, x):
        return F.dropout(x, self.dropout, True) if self.dropout else x

    def dense(self, x, name):
        return F.linear(x, self.w[f"{name}.weight"], self.w[f"{name}.bias"])

    def norm(self, x, name):
        return F.layer_norm(x, (width,), self.w[f"{name}.weight"], self.w[f"{name}.bias"], work["layerNormEps"])

    def pooled(self, ids, present):
        batch, tokens = ids.shape
        mask = torch.zeros(batch, 1, 1, tokens).masked_fill(~present[:, None, None, :], -1e9)
        x = F.embedding(ids, self.w[names["words"]])
        x = x + self.w[names["positions"]][:tokens] + self.w[names["types"]][0]
        x = self.drop(self.norm(x, names["norm"]))
        for layer in names["layers"]:
            q, k, v = (
                self.dense(x, layer[part]).view(batch, tokens, heads, -1).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=self.dropout)
            y = y.transpose(1, 2).reshape(batch, tokens, width)
            x = self.norm(x + self.drop(self.dense(y, layer["attentionOutput"])), layer["attentionNorm"])
            y = self.dense(F.gelu(self.dense(x, layer["intermediate"])), layer["output"])
            x = self.norm(x + self.drop(y), layer["outputNorm"])
        present = present[:, :, None].float()
        return (x * present).sum(1) / present.sum(1)

    def loss(self, ids, present, labels):
        pooled = self.pooled(ids, present)
        classified = F.cross_entropy(self.dense(self.drop(pooled), "head"), labels)
        z = F.normalize(pooled)
        own = torch.eye(len(labels), dtype=torch.bool)
        log_p = F.log_softmax((z @ z.T / 0.1).masked_fill(own, -1e9), dim=1)
        positive = (labels[:, None] == labels[None, :]) & ~own
        return classified - 0.2 * ((log_p * positive).sum(1) / positive.sum(1)).mean()

    def step(self, batch, schedule):
        self.optimiser.zero_grad(set_to_none=True)
        loss = self.loss(*batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.params, adam["clip"], foreach=True)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * schedule
        self.optimiser.step()
        self.taken += 1
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.params, 1 - min(0.999, (1 + self.taken) / (10 + self.taken)))
        return loss


def tensors(rows, tokens):
    ids = torch.zeros(len(rows), tokens, dtype=torch.long)
    present = torch.zeros(len(rows), tokens, dtype=torch.bool)
    for i, row in enumerate(rows):
        ids[i, : len(row["ids"])] = torch.tensor(row["ids"])
        present[i, : len(row["ids"])] = True
    return ids, present, torch.tensor([row["label"] for row in rows])


batches = {int(tokens): [tensors(rows, int(tokens)) for rows in some] for tokens, some in work["batches"].items()}
runs = {probability: Run(probability) for probability in work["dropProbabilities"]}
for line in sys.stdin:
    request = json.loads(line)
    torch.set_num_threads(request["threads"])
    some, run = batches[request["tokens"]], runs[request["dropProbability"]]
    start = time.perf_counter()
    losses = [run.step(some[i % len(some)], request["schedule"]) for i in range(request["steps"])]
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "losses": [float(loss) for loss in losses]}), flush=True)
