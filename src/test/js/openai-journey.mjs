// What the official client does with a hub; run by OpenAiClientTest, which says where the hub is.
import assert from "node:assert/strict";
import OpenAI from "openai";

const hub = { baseURL: process.env.HUB, apiKey: process.env.HUB_KEY, maxRetries: 0 };
const client = new OpenAI(hub);
const messages = [{ role: "user", content: "oi" }];

const models = [];
for await (const model of client.models.list()) models.push(model.id);
assert.deepEqual(models, ["deep/thought", "fast", "two/fast", "other"]);
assert.equal((await client.models.retrieve("two/fast")).owned_by, "two");

const whole = await client.chat.completions.create({ model: "fast", messages });
assert.equal(whole.choices[0].message.content, "Olá, mundo");
assert.equal(whole.usage.total_tokens, 8);

const stream = await client.chat.completions.create({
  model: "fast",
  messages,
  stream: true,
  stream_options: { include_usage: true },
});
let text = "";
let usage = null;
for await (const chunk of stream) {
  text += chunk.choices[0]?.delta?.content ?? "";
  usage = chunk.usage ?? usage;
}
assert.equal(text, "um dois três");
assert.equal(usage.completion_tokens, 5);

const broken = await client.chat.completions.create({ model: "fast", messages, stream: true });
for await (const chunk of broken) {
  if (chunk.choices[0]?.delta?.content) broken.controller.abort();
}

await assert.rejects(
  new OpenAI({ ...hub, apiKey: "sk-wrong" }).models.list(),
  (e) => e instanceof OpenAI.AuthenticationError && e.code === "invalid_api_key",
);

await assert.rejects(
  client.models.list(),
  (e) =>
    e instanceof OpenAI.RateLimitError &&
    e.code === "rate_limit_exceeded" &&
    Number(e.headers.get("retry-after")) > 0,
);
console.log("all well");
