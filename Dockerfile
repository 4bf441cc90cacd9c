# Perch in an image: the client is built here, the server runs from its sources (Node strips the types).
# The image has Node 24 of its own, so the install script that fetches one is not run.
FROM node:24-slim AS build
WORKDIR /perch
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY client ./client
COPY server ./server
COPY tools ./tools
RUN node node_modules/vite/bin/vite.js build client
RUN npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production PERCH_DATA_DIR=/data
WORKDIR /perch
COPY --from=build /perch/node_modules ./node_modules
COPY package.json prompts.yaml LICENSE NOTICE ./
COPY server ./server
COPY tools ./tools
COPY migrations ./migrations
COPY --from=build /perch/client ./client
RUN mkdir -p /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
